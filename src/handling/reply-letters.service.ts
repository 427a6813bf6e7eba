import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { maskedName } from '../feedback/contact-mask.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { Reply } from '../feedback/reply.entity.js';
import { Submitter } from '../feedback/submitter.entity.js';
import { Choices } from '../platform/installation/choices.service.js';
import { headingFor, paperHeading } from '../platform/installation/paper-heading.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { placeOf, type ReplyLetter, type Signatory, signatoryOf, superiorInHeading } from './reply-letter.js';
import { salutation } from './reply-placeholders.js';

/** Which words go to whom. */
export interface LetterRequest {
  /** The item of the reader: for a merged one its own, not its master's. */
  readonly item: Pick<Feedback, 'id' | 'code' | 'title'>;
  readonly reply: Reply;
  /** Whose answer it is: the agency on whose books the item was. */
  readonly agencyId: number;
  /** Epoch ms; null for a draft. */
  readonly answeredAt: number | null;
  /** How much of the submitter it prints: an initial at the desk, the name for its reader, the address for the post. */
  readonly shows: 'initial' | 'name' | 'address';
}

/** Gathers what a reply's document prints. */
@Injectable()
export class ReplyLetters {
  constructor(
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
    private readonly choices: Choices,
    @InjectRepository(Submitter) private readonly submitters: Repository<Submitter>,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  async letter({ item, reply, agencyId, answeredAt, shows }: LetterRequest): Promise<ReplyLetter> {
    const day: CivilDay | null = reply.day ?? (answeredAt === null ? null : dayOf(answeredAt));
    const agencies = await this.agencies.all();
    const agency = agencies.get(agencyId);
    if (!agency) throw new Error('a reply of an agency that there is not');
    const above = (await this.agencies.tree()).at(day ?? dayOf(this.clock.now())).parent(agencyId);
    const parent = above === null ? null : (agencies.get(above) ?? null);
    const heading = headingFor(await this.choices.get(paperHeading), agencyId);
    const submitter = await this.submitters.findOneBy({ feedbackId: item.id });
    return {
      superior: heading.superior || superiorInHeading(agency, parent),
      agency: heading.agency || agency.name,
      number: reply.number,
      place: heading.place || placeOf(agency, parent),
      day,
      about: item.title,
      ...addressee(submitter, shows),
      body: reply.body,
      signatory: signatoryOf(reply.signatory, await this.approver(reply)),
      code: item.code,
      isDraft: answeredAt === null,
      madeAt: this.clock.now(),
    };
  }

  private async approver({ approvedById }: Reply): Promise<Signatory | null> {
    const person = approvedById === null ? null : await this.staff.findOneBy({ id: approvedById });
    return person && { name: person.name, position: person.position };
  }
}

function addressee(
  submitter: Submitter | null,
  shows: LetterRequest['shows'],
): Pick<ReplyLetter, 'recipient' | 'recipientAddress'> {
  if (!submitter) return { recipient: salutation(''), recipientAddress: null };
  const name = shows === 'initial' ? maskedName(submitter.name) : submitter.name;
  return {
    recipient: `${salutation(submitter.type)} ${name}`.trim(),
    recipientAddress: shows === 'address' && submitter.address !== '' ? submitter.address : null,
  };
}

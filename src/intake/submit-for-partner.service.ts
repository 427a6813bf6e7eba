import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { Partner } from '../accounts/partner.entity.js';
import { Partners } from '../accounts/partners.service.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import type { Channel } from '../feedback/classification.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { inOneSpelling } from './contact.js';
import { type Submission, SubmitFeedback, type Submitted } from './submit-feedback.service.js';

/** The longest number that a partner may give. */
export const LONGEST_EXTERNAL_NUMBER = 64;

/** What a partner sends; the channel is the partner's own. */
export interface PartnerSubmission extends Omit<Submission, 'channel' | 'submissionKey'> {
  /** The item's number there: once for each partner. */
  readonly externalNumber: string | null;
  /** Of an item without a number: repeats carry the same key. It needs to be unique for this partner only. */
  readonly repeatKey: string;
}

/** Takes in what a partner brings for one of its people: one item for one number, however often it is sent. */
@Injectable()
export class SubmitForPartner {
  constructor(
    private readonly partners: Partners,
    private readonly agencies: AgencyDirectory,
    private readonly intake: SubmitFeedback,
    private readonly unitOfWork: UnitOfWork,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /**
   * Without an agency it goes to the one that the partner was agreed with.
   * @throws DomainError invalid beside `agencyCode` outside the agreed subtree, and as `SubmitFeedback.submit`;
   *   conflict when the number is known with other words or another submitter.
   */
  async submit(sent: PartnerSubmission, partnerId: number): Promise<Submitted> {
    const partner = await this.partners.byId(partnerId);
    const { repeatKey, ...words } = sent;
    const submission: Submission = {
      ...words,
      agencyCode: await this.agencyFor(sent.agencyCode, partner),
      channel: partner.channel as Channel,
      submissionKey: keyOf(partnerId, sent.externalNumber, repeatKey),
    };
    const submitted = await this.intake.submit(submission, { kind: 'partner', partnerId });
    if (submitted.isRepeat && !(await this.isSame(submitted.code, sent))) {
      throw new DomainError('conflict', 'partners.otherContent', {}, FIELD);
    }
    return submitted;
  }

  /** The agency agreed on may have been succeeded by another one meanwhile. */
  private async agencyFor(code: string | null, partner: Partner): Promise<string> {
    const top = await this.agencies.byId((await this.agencies.tree()).successorOf(partner.agencyId));
    const named = code === null ? await this.unaddressed(top) : await this.agencies.byCode(code);
    // An unknown code is told where codes are looked up.
    if (code !== null && !named) return code;
    if (named && isBelow(named, top)) return named.code;
    const fields = { agencyCode: { key: 'partners.agencyNotAgreed' } };
    throw new DomainError('invalid', 'errors.invalid', {}, fields);
  }

  private async unaddressed(top: Readonly<Agency> | null): Promise<Readonly<Agency> | null> {
    if (top?.intakeOpen === true) return top;
    const root = await this.agencies.intakeRoot();
    return root && isBelow(root, top) ? root : top;
  }

  /** Officers may reclassify an item, so only what its submitter wrote is compared; erased words cannot be. */
  private async isSame(code: string, sent: PartnerSubmission): Promise<boolean> {
    const asked = { where: { code }, relations: { submitter: true } } as const;
    const item =
      (await this.items.findOne(asked)) ?? (await this.unitOfWork.run((tx) => tx.findOne(Feedback, asked)));
    if (!item || item.erasedAt !== null) return true;
    const { name, address, phone, email } = inOneSpelling(sent.submitter);
    const { submitter } = item;
    return (
      item.title === sent.title &&
      item.content === sent.content &&
      submitter.name === name &&
      submitter.address === address &&
      submitter.phone === phone &&
      submitter.email === email
    );
  }
}

function isBelow({ path }: Readonly<Agency>, top: Readonly<Agency> | null): boolean {
  return top !== null && path.startsWith(top.path);
}

const FIELD = { externalNumber: { key: 'partners.otherContent' } };

function keyOf(partnerId: number, externalNumber: string | null, repeatKey: string): string {
  const what = externalNumber === null ? `key ${repeatKey}` : `number ${externalNumber}`;
  return `p${partnerId}:${createHash('sha256').update(what).digest('base64url')}`;
}

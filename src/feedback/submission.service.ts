import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type CivilDay, dayOf, startOfDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { fold } from '../platform/kernel/fold.js';
import type { Actor } from './actor.js';
import { Feedback } from './feedback.entity.js';
import { filesFact } from './files-fact.js';
import { FreeCode } from './free-code.service.js';
import { FRESH_ITEM } from './fresh-item.js';
import { Journal, type JournalNote } from './journal.service.js';
import { attach } from './new-attachment.js';
import type { NewFeedback } from './new-feedback.js';
import { type PromisedDays, Promises } from './promises.service.js';
import { Submitter } from './submitter.entity.js';

/** The first entry of every item: the words, the promise, and the code to follow them by. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly codes: FreeCode,
    private readonly promises: Promises,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns the item; the one stored before where the submission key is known (double click, back, retry).
   * @throws DomainError invalid beside `receivedDay` when it lies in the future or a citizen names one; on two
   *   simultaneous repeats the loser gets the engine's unique violation: ask again and it is found.
   */
  async submit(input: NewFeedback, actor: Actor): Promise<Feedback> {
    return this.unitOfWork.run(async (tx) => {
      const repeated = await tx.findOneBy(Feedback, { submissionKey: input.submissionKey });
      if (repeated) return repeated;
      const now = this.clock.now();
      const { submitter, files = [], receivedDay, ...words } = input;
      const received = receivedAt(receivedDay, actor, now);
      const item = tx.create(Feedback, {
        ...UNSAID,
        ...words,
        ...FRESH_ITEM,
        ...(await this.promised(tx, input, dayOf(received))),
        partnerId: actor.kind === 'partner' ? actor.partnerId : null,
        code: await this.codes.next(tx, now),
        handlingAgencyId: input.intakeAgencyId,
        submittedAt: received,
        changedAt: now,
        triageDueDay: await this.promises.triageDayFor(dayOf(now)),
      });
      item.folded = fold(`${item.code} ${item.title} ${item.content}`);
      await tx.insert(Feedback, item);
      await tx.insert(Submitter, { feedbackId: item.id, ...submitter });
      await this.addFiles(tx, item, actor, files, now);
      await this.journal.append(tx, noteOf(input, now, received), actor, null, item);
      return item;
    });
  }

  private async promised(tx: EntityManager, input: NewFeedback, day: CivilDay): Promise<PromisedDays> {
    const { subject, urgency = UNSAID.urgency, channel, intakeAgencyId: id } = input;
    const agency = await tx.findOneOrFail(Agency, { select: { id: true, path: true }, where: { id } });
    return this.promises.daysFor({ subject, urgency, channel, agencyPath: agency.path, day }, tx);
  }

  private addFiles(
    tx: EntityManager,
    { id }: Feedback,
    actor: Actor,
    files: NonNullable<NewFeedback['files']>,
    addedAt: number,
  ): Promise<void> {
    const purpose = actor.kind === 'staff' ? 'SCAN' : 'SUBMISSION';
    return attach(tx, files, { feedbackId: id, seq: 1, purpose, addedAt });
  }
}

const UNSAID = {
  urgency: 'NORMAL',
  place: null,
  concernedName: null,
  aboutHead: false,
  concernsStaffId: null,
  proposal: null,
  splitFromId: null,
  externalNumber: null,
  submissionDigest: null,
} as const;

/** What staff enter counts from the day on which it was received (QĐ 31/2021/QĐ-TTg Đ.43 khoản 2). */
function receivedAt(day: CivilDay | undefined, actor: Actor, now: number): number {
  if (day === undefined || day === dayOf(now)) return now;
  if (actor.kind !== 'staff' || day > dayOf(now)) {
    const fields = { receivedDay: { key: 'lifecycle.need.receivedDay' } };
    throw new DomainError('invalid', 'errors.invalid', {}, fields);
  }
  return startOfDay(day);
}

function noteOf({ proposal, files = [] }: NewFeedback, now: number, received: number): JournalNote {
  const details: Record<string, string | number> = { ...filesFact(files) };
  if (proposal) Object.assign(details, { proposedAgencyId: proposal.agencyId, proposal: proposal.source });
  return {
    action: 'submit',
    recordedAt: now,
    effectiveAt: received,
    details: Object.keys(details).length > 0 ? details : null,
  };
}

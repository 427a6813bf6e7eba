import { Injectable } from '@nestjs/common';
import { covers, type StaffActor } from '../accounts/staff-actor.js';
import type { Channel } from '../feedback/classification.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import type { NewFeedback } from '../feedback/new-feedback.js';
import { SubmissionService } from '../feedback/submission.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { addDays, type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { inOneSpelling } from './contact.js';
import { STAFF_FILES } from './file-limits.js';
import { StagedUploads } from './staged-uploads.service.js';

/** What comes otherwise than by the web, and is keyed in (Đ.6 NĐ 20/2008/NĐ-CP). */
export const STAFF_CHANNELS = [
  'PHONE',
  'DOCUMENT',
  'POST',
  'COUNTER',
  'EMAIL',
  'ZALO',
  'SURVEY',
] as const satisfies readonly Channel[];

/** Older paper than this is no slip of the pen: somebody should ask why it lay so long. */
export const OLDEST_RECEIPT = 60;

/** Where it is taken in: its agency with the place in the tree. */
export interface StaffEntry extends Omit<NewFeedback, 'intakeAgencyId' | 'receivedDay' | 'files'> {
  readonly intakeAgency: { readonly id: number; readonly path: string };
  readonly receivedDay: CivilDay;
  /** Staged files, as `FormFiles` gives them. */
  readonly fileTokens: readonly string[];
  /** Whether it is booked in the same stroke. */
  readonly booked: boolean;
}

export interface Entered {
  readonly code: string;
  /** The item had been stored before (double click, back, retry). */
  readonly isRepeat: boolean;
}

/** Takes in what an officer keys in for somebody: one item for one submission key, however often it is sent. */
@Injectable()
export class EnterByStaff {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly feedback: FeedbackService,
    private readonly staged: StagedUploads,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError invalid beside `receivedDay` (in the future, or too long ago), `agencyCode` (this person
   *   takes nothing in there) and `files` (gone, or at fault).
   */
  async enter(entry: StaffEntry, actor: StaffActor): Promise<Entered> {
    const { submissionKey } = entry;
    this.check(entry, actor);
    try {
      return await this.store(entry, actor);
    } catch (error) {
      // Of simultaneous repeats the engine lets one through and refuses the others: theirs is stored by now.
      const winner = await this.known(submissionKey);
      if (winner !== null) return { code: winner, isRepeat: true };
      throw error;
    }
  }

  /** @returns the code of what was entered with this key, also where a replica does not know it yet; null for nothing. */
  async known(submissionKey: string): Promise<string | null> {
    const item = await this.unitOfWork.run((tx) => tx.findOneBy(Feedback, { submissionKey }));
    return item?.code ?? null;
  }

  private check({ receivedDay, intakeAgency }: StaffEntry, actor: StaffActor): void {
    const faults: Record<string, Message> = {};
    const dayFault = receivedDayFault(receivedDay, dayOf(this.clock.now()));
    if (dayFault) faults.receivedDay = dayFault;
    if (!covers(actor, 'INTAKE_OFFICER', intakeAgency.path))
      faults.agencyCode = { key: 'staffEntry.agencyNotYours' };
    if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, faults);
  }

  private store(entry: StaffEntry, actor: StaffActor): Promise<Entered> {
    const { intakeAgency, booked, fileTokens, submitter, ...words } = entry;
    return this.unitOfWork.run(async (tx) => {
      const before = await tx.findOneBy(Feedback, { submissionKey: words.submissionKey });
      if (before) return { code: before.code, isRepeat: true };
      const files = await this.staged.claim(tx, fileTokens, STAFF_FILES);
      const { id, version, code } = await this.submissions.submit(
        { ...words, files, submitter: inOneSpelling(submitter), intakeAgencyId: intakeAgency.id },
        actor,
      );
      if (booked) await this.feedback.transition({ id, expectedVersion: version }, 'book', {}, actor);
      return { code, isRepeat: false };
    });
  }
}

/** @returns what is wrong with a day of receipt; null where nothing is. */
export function receivedDayFault(day: CivilDay, today: CivilDay): Message | null {
  if (day > today) return { key: 'staffEntry.receivedInFuture' };
  const isTooOld = day < addDays(today, -OLDEST_RECEIPT);
  return isTooOld ? { key: 'staffEntry.receivedTooOld', params: { days: OLDEST_RECEIPT } } : null;
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { overdueAfter } from '../calendar/promise.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { fold } from '../platform/kernel/fold.js';
import { RandomSource } from '../platform/kernel/random.js';
import { newTrackingCode } from '../platform/kernel/tracking-code.js';
import type { Actor } from './actor.js';
import type { Channel, Kind, Subject, SubmitterType } from './classification.js';
import { promiseFor } from './clock-effects.js';
import { Feedback } from './feedback.entity.js';
import { Journal } from './journal.service.js';
import { Submitter } from './submitter.entity.js';
import { TERMS } from './terms.js';

/** A submission whose members were validated: procedure, field and agency exist. */
export interface NewFeedback {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly title: string;
  readonly content: string;
  readonly procedureId: number | null;
  readonly fieldId: number | null;
  readonly intakeAgencyId: number;
  readonly channel: Channel;
  readonly submissionKey: string;
  readonly submitter: {
    type: SubmitterType;
    name: string;
    address: string;
    phone: string;
    email: string | null;
  };
}

/** The first entry of every item: the words, the promise, and the code to follow them by. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: RandomSource,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns the item; the one stored before where the submission key is known (double click, back, retry).
   * @throws on two simultaneous repeats the loser gets the engine's unique violation: ask again and it is found.
   */
  async submit(input: NewFeedback, actor: Actor): Promise<Feedback> {
    const calendar = await this.calendar.current();
    return this.unitOfWork.run(async (tx) => {
      const repeated = await tx.findOneBy(Feedback, { submissionKey: input.submissionKey });
      if (repeated) return repeated;
      const now = this.clock.now();
      const deadline = promiseFor(calendar, input.subject, dayOf(now));
      const triageDueDay = calendar.addWorkingDays(dayOf(now), TERMS.triage).due;
      const { submitter, ...words } = input;
      const item = tx.create(Feedback, {
        ...words,
        ...FRESH,
        code: await this.freeCode(tx, now),
        handlingAgencyId: input.intakeAgencyId,
        submittedAt: now,
        deadline,
        dueDay: deadline.due,
        plainDueDay: deadline.plainDue,
        overdueAfter: overdueAfter(deadline),
        triageDueDay,
      });
      item.folded = fold(`${item.code} ${item.title} ${item.content}`);
      await tx.insert(Feedback, item);
      await tx.insert(Submitter, { feedbackId: item.id, ...submitter });
      await this.journal.append(tx, { action: 'submit', recordedAt: now }, actor, null, item);
      return item;
    });
  }

  private async freeCode(tx: EntityManager, now: number): Promise<string> {
    const code = newTrackingCode(now, this.random);
    return (await tx.existsBy(Feedback, { code })) ? this.freeCode(tx, now) : code;
  }
}

const FRESH = {
  version: 1,
  state: 'SUBMITTED',
  registerNumber: null,
  forwardDueDay: null,
  previousState: null,
  hops: 0,
  reopenCount: 0,
  answeredAt: null,
  replyId: null,
  publication: 'NONE',
  proposedById: null,
  rating: null,
  mergedIntoId: null,
  mergedCount: 0,
} as const;

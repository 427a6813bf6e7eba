import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '../platform/kernel/civil-day.js';
import { fold } from '../platform/kernel/fold.js';
import type { Step } from './effects.js';
import { Feedback } from './feedback.entity.js';
import { FreeCode } from './free-code.service.js';
import { FRESH_ITEM } from './fresh-item.js';
import { Journal } from './journal.service.js';
import { RegisterService } from './register.service.js';
import { Submitter } from './submitter.entity.js';
import { TERMS } from './terms.js';

/**
 * Makes an item of a part of mixed content (NĐ 154/2026/NĐ-CP Đ.14 khoản 4: content of several kinds is split). The
 * part has a code of its own, the same submitter and the promised date of the whole; it is booked where the whole is.
 */
@Injectable()
export class SplitParts {
  constructor(
    private readonly codes: FreeCode,
    private readonly journal: Journal,
    private readonly register: RegisterService,
  ) {}

  /** @returns the part; its entries `submit` and, where the whole was booked, `book` are in the journal. */
  async split(tx: EntityManager, step: Step): Promise<Feedback> {
    const { item, input, actor, now } = step;
    if (!input.part) throw new Error('a split without its part');
    const code = await this.codes.next(tx, now);
    const { title, content, subject } = input.part;
    const part = tx.create(Feedback, {
      ...inherited(item),
      ...FRESH_ITEM,
      ...{ code, title, content, subject },
      folded: fold(`${code} ${title} ${content}`),
      splitFromId: item.id,
      changedAt: now,
      submissionKey: `split:${item.code}:${item.version}`,
    });
    await tx.insert(Feedback, part);
    const {
      feedbackId: _,
      feedback: __,
      ...submitter
    } = await tx.findOneByOrFail(Submitter, {
      feedbackId: item.id,
    });
    await tx.insert(Submitter, { ...submitter, feedbackId: part.id });
    const note = { recordedAt: now, effectiveAt: item.submittedAt, details: { splitFrom: item.code } };
    await this.journal.append(tx, { action: 'submit', ...note }, actor, null, part);
    return item.registerNumber === null ? part : this.book(tx, step, part);
  }

  private async book(
    tx: EntityManager,
    { item, actor, now, calendar }: Step,
    part: Feedback,
  ): Promise<Feedback> {
    const registerNumber = await this.register.next(tx, item.handlingAgency, now);
    const forwardDueDay = calendar.addWorkingDays(dayOf(now), TERMS.forwarding).due;
    const booked = { state: 'RECEIVED' as const, version: 2, registerNumber, forwardDueDay };
    await tx.update(Feedback, { id: part.id }, booked);
    const after = Object.assign(tx.create(Feedback), part, booked);
    const note = { action: 'book' as const, recordedAt: now, details: { registerNumber } };
    await this.journal.append(tx, note, actor, part, after);
    return after;
  }
}

/** What the part has in common with the whole. */
function inherited(item: Readonly<Feedback>): Partial<Feedback> {
  const { kind, procedureId, fieldId, channel, urgency, place, concernedName, aboutHead } = item;
  const {
    concernsStaffId,
    partnerId,
    submittedAt,
    deadline,
    dueDay,
    plainDueDay,
    overdueAfter,
    triageDueDay,
  } = item;
  return {
    ...{ kind, procedureId, fieldId, channel, urgency, place, concernedName, aboutHead },
    ...{ concernsStaffId, partnerId, externalNumber: null },
    ...{ submittedAt, deadline, dueDay, plainDueDay, overdueAfter, triageDueDay },
    intakeAgencyId: item.handlingAgencyId,
    handlingAgencyId: item.handlingAgencyId,
    proposal: null,
  };
}

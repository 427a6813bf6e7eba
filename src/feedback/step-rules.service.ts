import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DeadlineRecord, overdueAfter } from '../calendar/promise.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { DomainError } from '../platform/kernel/errors.js';
import type { Actor } from './actor.js';
import { deadlineAfter } from './clock-effects.js';
import { refusalOf } from './conditions.js';
import { EFFECTS, type Patch, type Step } from './effects.js';
import type { Feedback } from './feedback.entity.js';
import type { Action, Transition } from './transition.js';
import { allowedTransitions } from './policy.js';
import { PersonLookups } from './person-lookups.js';
import { Promises } from './promises.service.js';
import { RegisterService } from './register.service.js';
import { SplitParts } from './split-parts.service.js';
import { Reply } from './reply.entity.js';
import type { State } from './state.js';
import { StepLookups } from './step-lookups.js';

/** Which row applies, whether it may be used now, and what it does. */
@Injectable()
export class StepRules {
  constructor(
    private readonly lookups: StepLookups,
    private readonly people: PersonLookups,
    private readonly register: RegisterService,
    private readonly parts: SplitParts,
    private readonly promises: Promises,
  ) {}

  /** @throws DomainError forbidden, or conflict with the first condition that does not hold. */
  async rowFor(
    tx: EntityManager,
    item: Feedback,
    action: Action,
    actor: Actor,
    today: string,
  ): Promise<Transition> {
    const rows = allowedTransitions(actor, item).filter((candidate) => candidate.action === action);
    const [row] = rows;
    if (!row) throw new DomainError('forbidden', 'lifecycle.notAllowed');
    const drafterId = row.conditions.includes('notDrafter') ? await drafterOf(tx, item) : null;
    const refusal = refusalOf(row, { item, actor, today, drafterId });
    if (refusal) throw new DomainError('conflict', refusal.key, refusal.params);
    return row;
  }

  /** @returns the step with the agency and the master that its input names, where the row asks for them. */
  async lookUp(
    tx: EntityManager,
    row: Transition,
    step: Omit<Step, 'agency' | 'master' | 'facts'>,
  ): Promise<Step> {
    const { item, input, actor, now } = step;
    await this.people.check(tx, row, input, item);
    const agency = await this.lookups.agency(tx, row, input, item, dayOf(now));
    return { ...step, facts: {}, agency, master: await this.lookups.master(tx, row, input, item, actor) };
  }

  /** The whole change of the item: state, promised date, publication, and the action's own effect. */
  async patchFor(tx: EntityManager, row: Transition, step: Step): Promise<Patch> {
    const { item } = step;
    const { register, parts } = this;
    const effect = (await EFFECTS[row.action]?.(step, tx, { register, parts })) ?? {};
    const deadline = await this.deadlineOf(tx, row, step);
    return {
      state: stateAfter(row, item),
      deadline,
      dueDay: deadline.due,
      plainDueDay: deadline.plainDue,
      overdueAfter: overdueAfter(deadline),
      ...(row.publication ? { publication: row.publication.to } : {}),
      ...effect,
    };
  }

  private async deadlineOf(
    tx: EntityManager,
    { clock }: Transition,
    { item, calendar, now }: Step,
  ): Promise<DeadlineRecord> {
    const today = dayOf(now);
    if (clock !== 'restart') return deadlineAfter(clock, item.deadline, calendar, today);
    const { subject, urgency, channel, handlingAgency } = item;
    const report = { subject, urgency, channel, agencyPath: handlingAgency.path, day: today };
    return this.promises.promiseFor(report, tx);
  }
}

async function drafterOf(tx: EntityManager, { replyId }: Feedback): Promise<number | null> {
  return replyId === null ? null : (await tx.findOneByOrFail(Reply, { id: replyId })).drafterId;
}

function stateAfter(row: Transition, item: Feedback): State {
  if (row.to === 'SAME') return item.state;
  return row.to === 'PREVIOUS' ? (item.previousState ?? 'SUBMITTED') : row.to;
}

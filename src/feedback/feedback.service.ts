import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, StaleVersionError } from '../platform/kernel/errors.js';
import type { Actor } from './actor.js';
import type { Patch, Step } from './effects.js';
import { Feedback } from './feedback.entity.js';
import type { AttachmentPurpose } from './attachment.entity.js';
import { Journal } from './journal.service.js';
import { attach } from './new-attachment.js';
import type { Action, Transition } from './transition.js';
import { requireNeeds } from './needs.js';
import { canSee } from './policy.js';
import { lookAbove } from './supervision.js';
import { stepNote } from './step-note.js';
import { StepRules } from './step-rules.service.js';
import type { TransitionInput, TransitionResult, TransitionTarget } from './transition-input.js';

/** The one door through which an item changes. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly rules: StepRules,
  ) {}

  /**
   * Does one step of the lifecycle: item, journal entry and listeners in one unit of work.
   * @param target the item and the version the actor saw.
   * @throws DomainError not-found (unknown, or not for this actor), forbidden (not this actor's step), conflict
   *   (StaleVersionError: somebody was faster; or a condition does not hold), invalid (with the fields at fault).
   */
  async transition(
    target: TransitionTarget,
    action: Action,
    input: TransitionInput,
    actor: Actor,
  ): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const calendar = await this.calendar.current();
      const item = await load(tx, target.id, actor);
      if (item.version !== target.expectedVersion) throw new StaleVersionError();
      const now = this.clock.now();
      const row = await this.rules.rowFor(tx, item, action, actor, dayOf(now));
      requireNeeds(row.needs, input, item);
      const step = await this.rules.lookUp(tx, row, { item, input, actor, now, calendar });
      const after = await this.store(tx, step, await this.rules.patchFor(tx, row, step));
      await this.addFiles(tx, row, step, after);
      await this.journal.append(tx, stepNote(row, step, after), actor, item, after);
      return { id: after.id, code: after.code, version: after.version, state: after.state };
    });
  }

  private async addFiles(
    tx: EntityManager,
    { action }: Transition,
    step: Step,
    after: Feedback,
  ): Promise<void> {
    const files = step.input.files ?? [];
    const replyId = action === 'draft' ? after.replyId : null;
    const place = { feedbackId: after.id, seq: after.version, replyId, addedAt: step.now };
    await attach(tx, files, { ...place, purpose: PURPOSES[action] ?? 'INTERNAL' });
  }

  /**
   * Conditional on the version: `save()` on a stale object would overwrite, version column or not. Also on the count of
   * merged items, which others raise without a new version: a master must not be withdrawn under them.
   */
  private async store(tx: EntityManager, { item, now }: Step, patch: Patch): Promise<Feedback> {
    const {
      intakeAgency: _i,
      handlingAgency: _h,
      procedure: _p,
      field: _f,
      submitter: _s,
      coordinations: _c,
      ...columns
    } = patch;
    const changed = { ...columns, version: item.version + 1, changedAt: now };
    const { affected } = await tx.update(
      Feedback,
      { id: item.id, version: item.version, mergedCount: item.mergedCount },
      changed,
    );
    if (affected !== 1) throw new StaleVersionError();
    return Object.assign(tx.create(Feedback), item, patch, { version: changed.version, changedAt: now });
  }
}

/** What files are that come with a step; those of other steps stay inside the office. */
const PURPOSES: Partial<Record<Action, AttachmentPurpose>> = {
  supplement: 'SUPPLEMENT',
  askReopen: 'REOPEN',
  draft: 'REPLY',
};

/** The item with the places of its agencies; @throws not-found for those who may not know that it exists. */
async function load(tx: EntityManager, id: number, actor: Actor): Promise<Feedback> {
  const item = await tx
    .createQueryBuilder(Feedback, 'item')
    .innerJoin('item.intakeAgency', 'intake')
    .innerJoin('item.handlingAgency', 'handling')
    .leftJoinAndSelect('item.coordinations', 'coordination')
    .leftJoin('coordination.agency', 'coordinating')
    .addSelect(['coordinating.id', 'coordinating.path'])
    .addSelect(['intake.id', 'intake.code', 'intake.path', 'handling.id', 'handling.code', 'handling.path'])
    .where('item.id = :id', { id })
    .getOne();
  if (!item || !canSee(actor, item)) throw new DomainError('not-found', 'errors.notFound');
  return lookAbove(tx, item);
}

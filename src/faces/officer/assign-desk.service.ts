import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { FeedbackService } from '../../feedback/feedback.service.js';
import { allowedTransitions } from '../../feedback/policy.js';
import { type Colleague, Colleagues } from '../../handling/colleagues.query.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { type Advice, adviceOn } from './assignee-options.view.js';
import type { AssignForm } from './assign.form.js';
import { VisibleItems } from './visible-item.query.js';

/** What stands before the form: the item, who may have it, and what is in the way. */
export interface AssignStanding {
  readonly item: Feedback;
  readonly people: readonly Colleague[];
  /** Why it cannot be given to anybody now; null where it can. */
  readonly closed: Message | null;
}

/** How it ended: done, somebody else was faster, the field is wrong, or there is something to say first. */
export type AssignOutcome =
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'faults'; readonly errors: FieldErrors }
  | { readonly kind: 'advice'; readonly advice: Advice };

/** Gives one item to somebody who may work on it. */
@Injectable()
export class AssignDesk {
  constructor(
    private readonly items: VisibleItems,
    private readonly colleagues: Colleagues,
    private readonly feedback: FeedbackService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found where this person sees no such item. */
  async standing(code: string, actor: StaffActor): Promise<AssignStanding> {
    const visible = await this.items.byCode(code, actor);
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { item } = visible;
    const today = dayOf(this.clock.now());
    const row = allowedTransitions(actor, item).find(({ action }) => action === 'assign');
    const closed = row
      ? refusalOf(row, { item, actor, today, drafterId: null })
      : { key: 'lifecycle.notAllowed' };
    const people = await this.colleagues.at([item.handlingAgency.path], today, actor.staffId);
    return { item, people: people.filter(({ id }) => id !== item.concernsStaffId), closed };
  }

  async assign(
    { item, people }: AssignStanding,
    form: AssignForm,
    actor: StaffActor,
  ): Promise<AssignOutcome> {
    const chosen = form.assignee ?? 0;
    if (Number(form.expectedVersion) !== item.version) return { kind: 'stale' };
    const advice = adviceOn(people, chosen, form.insist);
    if (advice) return { kind: 'advice', advice };
    try {
      const target = { id: item.id, expectedVersion: item.version };
      const input = { assigneeId: chosen, ...(form.reason === '' ? {} : { reason: form.reason }) };
      await this.feedback.transition(target, 'assign', input, actor);
      return { kind: 'done', name: people.find(({ id }) => id === chosen)?.name ?? '' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'conflict') return { kind: 'stale' };
      if (error.kind !== 'invalid') throw error;
      const message = error.fields.assigneeId ?? { key: error.key };
      return { kind: 'faults', errors: { assignee: message } };
    }
  }
}

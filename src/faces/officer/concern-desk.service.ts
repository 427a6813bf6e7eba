import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import { FeedbackService } from '../../feedback/feedback.service.js';
import { allowedTransitions } from '../../feedback/policy.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { ConcernedStaff } from '../../routing/concerned-staff.query.js';
import { type ConcernForm, NOBODY } from './concern.form.js';
import type { ConcernStanding } from './concern.view.js';
import { VisibleItems } from './visible-item.query.js';

/** Marks whose conduct an item is about: from then on it does not exist for that person. */
@Injectable()
export class ConcernDesk {
  constructor(
    private readonly items: VisibleItems,
    private readonly people: ConcernedStaff,
    private readonly feedback: FeedbackService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found where this person sees no such item. */
  async standing(code: string, actor: StaffActor): Promise<ConcernStanding> {
    const visible = await this.items.byCode(code, actor);
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { item } = visible;
    const row = allowedTransitions(actor, item).find(({ action }) => action === 'concern');
    const circumstances = { item, actor, today: dayOf(this.clock.now()), drafterId: null };
    const closed = row ? refusalOf(row, circumstances) : { key: 'lifecycle.notAllowed' };
    return { item, people: await this.people.of(item), closed };
  }

  /**
   * @returns whether the person who named still sees it.
   * @throws DomainError invalid beside `concernsStaffId`: only people who were offered can be named; else as the heart.
   */
  async name({ item, people }: ConcernStanding, form: ConcernForm, actor: StaffActor): Promise<boolean> {
    const { person, reason } = form;
    const isOffered =
      person === NOBODY ? item.concernsStaffId !== null : people.some(({ id }) => id === person);
    if (!isOffered) {
      const fields = { concernsStaffId: { key: 'lifecycle.need.concernsStaffId' } };
      throw new DomainError('invalid', 'errors.invalid', {}, fields);
    }
    const target = { id: item.id, expectedVersion: Number(form.expectedVersion) };
    const concernsStaffId = person === NOBODY ? null : person;
    await this.feedback.transition(target, 'concern', { concernsStaffId, reason }, actor);
    return (await this.items.byCode(item.code, actor)) !== null;
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { type Colleague, Colleagues } from '../../handling/colleagues.query.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { type BulkResult, BulkRunner } from './bulk-runner.service.js';
import { ChosenItems } from './chosen-items.query.js';
import { HandoverTrail } from './handover-trail.service.js';
import type { HandoverForm } from './handover.form.js';

/** As many as one press gives on: each is a unit of work of its own, and somebody waits for the page. */
const MOST = 200;

/** Who can give on, whose items, to whom. */
export interface HandoverStanding {
  readonly givers: readonly Pick<Colleague, 'id' | 'name'>[];
  readonly counts: ReadonlyMap<number, number>;
  /** Null until somebody is chosen whose items they are. */
  readonly giver: Pick<Colleague, 'id' | 'name'> | null;
  readonly items: readonly Feedback[];
  readonly takers: readonly Colleague[];
}

/** Gives all open items of one person to another, as far as whoever does it may see and assign them. */
@Injectable()
export class Handover {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly items: ChosenItems,
    private readonly runner: BulkRunner,
    private readonly clock: Clock,
    private readonly trail: HandoverTrail,
  ) {}

  async standing({ from }: HandoverForm, actor: StaffActor): Promise<HandoverStanding> {
    const tops = actor.grants
      .filter(({ role }) => role === 'APPROVER' || role === 'SUPERVISOR')
      .map(({ path }) => path);
    const givers = await this.colleagues.holding(tops, actor.staffId);
    const counts = await this.colleagues.openItems(
      givers.map(({ id }) => id),
      actor.staffId,
    );
    const giver = givers.find(({ id }) => id === from) ?? null;
    const items = giver ? await this.items.heldBy(giver.id, actor, MOST + 1) : [];
    const places = items.map(({ handlingAgency }) => handlingAgency.path);
    const takers = await this.colleagues.at(places, dayOf(this.clock.now()), actor.staffId);
    return { givers, counts, giver, items, takers: takers.filter(({ id }) => id !== giver?.id) };
  }

  /** @returns a result for each item, and whether there are more than one press gives on. */
  async give(
    { giver, items }: HandoverStanding,
    { to, reason }: HandoverForm,
    actor: StaffActor,
  ): Promise<{ results: BulkResult[]; more: boolean }> {
    const targets = items.slice(0, MOST).map(({ id, version }) => ({ id, expectedVersion: version }));
    const input = { assigneeId: to ?? 0, ...(reason === '' ? {} : { reason }) };
    const results = await this.runner.run(targets, 'assign', input, actor);
    const given = results.filter(({ done }) => done).length;
    if (giver) await this.trail.note(actor, giver.id, input.assigneeId, given);
    return { results, more: items.length > MOST };
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AgencyChange } from '../directory/agency-change.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { StaleVersionError } from '../platform/kernel/errors.js';
import { OnOutbox, type OutboxHandler } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { SYSTEM } from './actor.js';
import { AGENCY_SUCCEED, AgencySuccession } from './agency-succession.service.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackService } from './feedback.service.js';
import { livingSuccessor } from './living-successor.js';
import { OPEN } from './state.js';

/** Items of one unit of work: some tenths of a second, after which others get their turn. */
const CHUNK = 40;
/** After a round in which every item was in somebody's hands. */
const LATER = 10_000;

/** Moves the open items of an agency that is no more to its successor, a transfer each (domain §4.1). */
@Injectable()
@OnOutbox({ topic: AGENCY_SUCCEED, within: 'unit' })
export class AgencySuccessionTimer implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackService,
    private readonly succession: AgencySuccession,
    private readonly clock: Clock,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.unitOfWork.run((tx) => this.round(tx, Number(payload['id']), Number(payload['round'])));
  }

  private async round(tx: EntityManager, id: number, round: number): Promise<void> {
    const change = await tx.findOneBy(AgencyChange, { id, state: 'MOVING' });
    if (!change) return;
    const { agencyId } = change;
    const successor = await livingSuccessor(tx, agencyId, dayOf(this.clock.now()));
    if (!successor) throw new Error(`agency ${agencyId} has no successor that is alive`);
    const items = await openItemsOf(tx, agencyId);
    let moved = 0;
    for (const { id: item, version } of items) {
      const target = { id: item, expectedVersion: version };
      const input = { agencyId: successor.id, predecessorId: agencyId };
      if (await this.succeeds(target, input)) moved++;
      await nextTurn();
    }
    await tx.increment(AgencyChange, { id }, 'moved', moved);
    if (items.length === 0) await tx.update(AgencyChange, { id }, { state: 'DONE' });
    else await this.succession.next(tx, id, round + 1, this.clock.now() + (moved === 0 ? LATER : 0));
  }

  /** On PostgreSQL somebody may take a step in between: the item comes again in the next round. */
  private async succeeds(
    target: { id: number; expectedVersion: number },
    input: { agencyId: number; predecessorId: number },
  ): Promise<boolean> {
    try {
      await this.feedback.transition(target, 'succeed', input, SYSTEM);
      return true;
    } catch (error) {
      if (error instanceof StaleVersionError) return false;
      throw error;
    }
  }
}

function openItemsOf(tx: EntityManager, agencyId: number): Promise<Pick<Feedback, 'id' | 'version'>[]> {
  const state = In([...OPEN]);
  return tx.find(Feedback, {
    select: { id: true, version: true },
    where: [
      { handlingAgencyId: agencyId, state },
      { intakeAgencyId: agencyId, state },
    ],
    order: { id: 'ASC' },
    take: CHUNK,
  });
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../kernel/clock.js';
import type { Within } from './on-outbox.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { PermanentFault } from './permanent-fault.js';

/** Longer than any handler takes: afterwards whoever had the row has died. */
const LEASE = 5 * 60_000;
const MINUTE = 60_000;
/** One repetition of what may have happened is forgiven, a second one is a person's to decide. */
const UNREPORTED = 2;
const LONGEST_PAUSE = 60;
/** Steps of our own fail for reasons of our own; a peer may be down over a weekend: 54 tries last for two days. */
const TRIES: Readonly<Record<Within, number>> = { unit: 8, nothing: 54 };
/** What workers reach for at once; who comes second takes the next. */
const AT_HAND = 10;

/** The row whose try begins; 'parked' where one was put aside instead; null when nothing is due. */
export type Begun = OutboxMessage | 'parked' | null;

/** The rows of the outbox as workers take and return them; every change is conditional, so several may work. */
@Injectable()
export class OutboxRows {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes rows to be worked in units of work. @param outside topics that are not among them. */
  claim(outside: readonly string[], most: number): Promise<OutboxMessage[]> {
    return this.unitOfWork.run(async (tx) => {
      const mine: OutboxMessage[] = [];
      for (const message of await this.due(tx, { topic: Not(In(outside)) }, most)) {
        if (await this.take(tx, message, {})) mine.push(message);
      }
      return mine;
    });
  }

  /**
   * Takes the next row of a topic that reaches outside, and writes down that a try begins. A row that two processes
   * died over is parked instead.
   */
  begin(topic: string): Promise<Begun> {
    return this.unitOfWork.run(async (tx) => {
      for (const message of await this.due(tx, { topic }, AT_HAND)) {
        const { attempts, unreported } = message;
        const dead = unreported >= UNREPORTED;
        const begun = dead
          ? ({ state: 'PARKED', lastError: 'interrupted', claimedUntil: 0 } as const)
          : { attempts: attempts + 1, unreported: unreported + 1 };
        if (await this.take(tx, message, begun)) return dead ? 'parked' : Object.assign(message, begun);
      }
      return null;
    });
  }

  /** Joins the unit of work that is open. */
  async finish({ id }: OutboxMessage): Promise<void> {
    const done = { state: 'DONE', claimedUntil: 0, unreported: 0, lastError: null } as const;
    await this.unitOfWork.run((tx) => tx.update(OutboxMessage, { id }, done));
  }

  /** Tries again after 1, 2, 4 … 60 minutes; what keeps failing, or will always fail, is parked with its reason. */
  async putBack({ id }: OutboxMessage, attempts: number, within: Within, error: unknown): Promise<void> {
    const hopeless = error instanceof PermanentFault || attempts >= TRIES[within];
    const change = {
      attempts,
      state: hopeless ? ('PARKED' as const) : ('WAITING' as const),
      lastError: (error instanceof Error ? error.message : 'unknown').slice(0, 300),
      runAt: this.clock.now() + MINUTE * Math.min(2 ** (attempts - 1), LONGEST_PAUSE),
      claimedUntil: 0,
      // This try has been reported; what an earlier one left open stays open.
      ...(within === 'nothing' ? { unreported: () => '"unreported" - 1' } : {}),
    };
    await this.unitOfWork.run((tx) => tx.update(OutboxMessage, { id }, change));
  }

  private due(tx: EntityManager, topic: object, take: number): Promise<OutboxMessage[]> {
    const past = LessThanOrEqual(this.clock.now());
    return tx.find(OutboxMessage, {
      where: { state: 'WAITING', runAt: past, claimedUntil: past, ...topic },
      order: { runAt: 'ASC', id: 'ASC' },
      take,
    });
  }

  /** @returns whether it was still as we saw it. */
  private async take(
    tx: EntityManager,
    { id, claimedUntil }: OutboxMessage,
    more: Partial<Pick<OutboxMessage, 'attempts' | 'unreported' | 'state' | 'lastError' | 'claimedUntil'>>,
  ): Promise<boolean> {
    const asSeen = { id, claimedUntil, state: 'WAITING' as const };
    const taken = { claimedUntil: this.clock.now() + LEASE, ...more };
    return (await tx.update(OutboxMessage, asSeen, taken)).affected === 1;
  }
}

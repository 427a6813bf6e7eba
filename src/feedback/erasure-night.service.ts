import { Injectable } from '@nestjs/common';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { ErasureDue } from './erasure-due.query.js';
import { ErasePersonalData } from './erasure.service.js';
import type { Retention } from './retention.js';

/** In one unit of work: some tenths of a second, so that whoever writes meanwhile hardly waits. */
const CHUNK = 25;
/** In one row of the outbox: far less than the time after which another process would take the row over. */
const ROUNDS = 40;

/** One night's erasing, chunk by chunk; what was done stays done, wherever it is interrupted. */
@Injectable()
export class NightlyErasure {
  constructor(
    private readonly due: ErasureDue,
    private readonly erasing: ErasePersonalData,
    private readonly clock: Clock,
  ) {}

  /** @returns whether nothing is left for this night. */
  async work(rule: Retention): Promise<boolean> {
    return (await this.asked(rule)) && (await this.passed(rule));
  }

  /** One certificate for each request: its submitter reads it. */
  private async asked(rule: Retention): Promise<boolean> {
    const ids = await this.due.byRequest(rule, CHUNK * ROUNDS);
    for (const id of ids)
      await this.erasing.erase([id], {
        ...BY_SYSTEM,
        act: `YC-${id}`,
        rule: 'REQUEST',
        by: { kind: 'citizen' },
      });
    return ids.length < CHUNK * ROUNDS;
  }

  /** One certificate for the night. */
  private async passed(rule: Retention): Promise<boolean> {
    const act = `TH-${dayOf(this.clock.now())}`;
    for (let round = 0; round < ROUNDS; round++) {
      const ids = await this.due.byRetention(rule, CHUNK);
      if (ids.length > 0) await this.erasing.erase(ids, { ...BY_SYSTEM, act, rule: 'RETENTION' });
      if (ids.length < CHUNK) return true;
    }
    return false;
  }
}

const BY_SYSTEM = { reason: null, document: null, by: { kind: 'system' } } as const;

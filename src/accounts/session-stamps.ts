import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RandomSource } from '../platform/kernel/random.js';
import { Staff } from './staff.entity.js';

/** Ends sessions: each holds the stamp of its sign-in, and a new one leaves them behind. */
@Injectable()
export class SessionStamps {
  constructor(private readonly random: RandomSource) {}

  fresh(): string {
    return this.random.token();
  }

  /** @returns the stamp for a session that is to go on; all others of the person end. */
  async renew(tx: EntityManager, staffId: number): Promise<string> {
    const sessionStamp = this.fresh();
    await tx.update(Staff, { id: staffId }, { sessionStamp });
    return sessionStamp;
  }
}

import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { Secrets } from '../config/secrets.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/errors.js';
import { Attempt } from './attempt.entity.js';
import { policyOf, waitAfter } from './attempt-policy.js';

const KEPT = 24 * 3_600_000;

/**
 * Slows down guessing at passwords and PINs. Keys are `kind:value` ('account:an', 'address:10.0.0.7', 'pin:PAKN-…'),
 * each with its own count and wait (attempt-policy.ts), so that one never locks another.
 */
@Injectable()
export class AttemptLimiter {
  private readonly secret: Buffer;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.secret = secrets.derive('attempts');
  }

  /**
   * Takes a turn under every key, before the secret is looked at: a volley sent at once is counted as well.
   * Stays counted unless `succeeded` follows. A try while waiting is refused and does not make the wait longer.
   * @throws DomainError `too-many` with `seconds` to wait.
   */
  async check(...keys: string[]): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(Attempt, { lastAt: LessThan(now - KEPT) });
      // Always in the same order: two requests with the same keys wait for each other and never in a circle.
      for (const key of keys.toSorted()) await this.takeTurn(tx, key, now);
    });
  }

  /** The secret was right: forgets the keys' tries; a shared key only gets this one back. */
  async succeeded(...keys: string[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const name of keys.toSorted()) {
        const key = this.hash(name);
        if (policyOf(name).clears) await tx.delete(Attempt, { key });
        else await tx.update(Attempt, { key }, { tries: () => 'tries - 1', blockedUntil: 0 });
      }
    });
  }

  private async takeTurn(tx: EntityManager, name: string, now: number): Promise<void> {
    const key = this.hash(name);
    const policy = policyOf(name);
    const fresh = { key, tries: 0, lastAt: now, blockedUntil: 0 };
    await tx.createQueryBuilder().insert().into(Attempt).values(fresh).orIgnore().execute();
    // The update locks the row on PostgreSQL, so that what is read next stays true until the commit.
    await tx.update(Attempt, { key }, { tries: () => 'tries + 1' });
    const { tries, lastAt, blockedUntil } = await tx.findOneByOrFail(Attempt, { key });
    if (blockedUntil > now) {
      throw new DomainError('too-many', 'errors.tooMany', {
        seconds: Math.ceil((blockedUntil - now) / 1_000),
      });
    }
    const counted = now - lastAt > policy.window ? 1 : tries;
    await tx.update(
      Attempt,
      { key },
      { tries: counted, lastAt: now, blockedUntil: now + waitAfter(counted, policy) },
    );
  }

  private hash(key: string): string {
    return createHmac('sha256', this.secret).update(key).digest('base64url');
  }
}

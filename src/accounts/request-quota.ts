import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';

const MINUTE = 60_000;

/**
 * How many requests a key has left in the current minute. Counted by each process for itself: a counter in the
 * database would cost a write for each request that reads.
 */
@Injectable()
export class RequestQuota {
  private minute = 0;
  private readonly used = new Map<number, number>();

  constructor(private readonly clock: Clock) {}

  /** Takes one request. @throws DomainError too-many with the seconds until the next minute begins. */
  take(keyId: number, perMinute: number): void {
    const now = this.clock.now();
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.minute) this.used.clear();
    this.minute = minute;
    const used = (this.used.get(keyId) ?? 0) + 1;
    if (used > perMinute) {
      const seconds = Math.ceil(((minute + 1) * MINUTE - now) / 1_000);
      throw new DomainError('too-many', 'errors.partnerKey.limit', { perMinute, seconds });
    }
    this.used.set(keyId, used);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/kernel/clock.js';

/** How often something may be asked for from one place, in a window of that many milliseconds. */
export interface Allowance {
  readonly name: string;
  readonly most: number;
  readonly window: number;
}

/** What is left after a request was counted; `left` is below zero for one too many. */
export interface Left {
  readonly left: number;
  /** Until the count begins anew. */
  readonly seconds: number;
}

/** More places than this in one window are not told apart any longer: memory is bounded. */
const MOST_PLACES = 100_000;

/**
 * Counts requests of those who show no key, by network place. In memory, by each process for itself: a row in the
 * database would cost a write for every read.
 */
@Injectable()
export class AddressQuota {
  private readonly windows = new Map<string, { start: number; used: Map<string, number> }>();

  constructor(private readonly clock: Clock) {}

  take({ name, most, window }: Allowance, place: string): Left {
    const now = this.clock.now();
    const start = now - (now % window);
    const known = this.windows.get(name);
    const current = known?.start === start ? known : { start, used: new Map<string, number>() };
    this.windows.set(name, current);
    const { used } = current;
    const who = used.has(place) || used.size < MOST_PLACES ? place : 'others';
    const count = (used.get(who) ?? 0) + 1;
    used.set(who, count);
    return { left: most - count, seconds: Math.ceil((start + window - now) / 1_000) };
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/kernel/clock.js';
import { foldBooks, type ItemBooks } from './item-books.js';
import { JournalChains } from './journal-chains.query.js';
import type { Period } from './period.js';
import { type Cut, Tally } from './tally.js';

interface Kept {
  readonly key: string;
  readonly at: number;
  readonly tally: Promise<Tally>;
}

const KEPT = 24;
/** On PostgreSQL an entry may become visible after one with a greater key: nothing is believed for longer than this. */
const BELIEVED_FOR = 10_000;

/** Counts the journal for a period. Identical questions about an unchanged journal are counted once. */
@Injectable()
export class TallyService {
  private kept: readonly Kept[] = [];

  constructor(
    private readonly chains: JournalChains,
    private readonly clock: Clock,
  ) {}

  /** The tally of all agencies; rows are taken from it. Runs once for all who ask the same at the same time. */
  async tally(period: Period, cut: Cut): Promise<Tally> {
    const head = await this.chains.head();
    const { from, dayOfT } = period;
    // Past the newest entry, T decides by its day alone: so that “until now” is one question, not one a millisecond.
    const key = [
      head.id,
      head.recordedAt,
      from,
      Math.min(period.until, head.recordedAt + 1),
      dayOfT,
      cut,
    ].join('|');
    const now = this.clock.now();
    const known = this.kept.find((one) => one.key === key && Math.abs(now - one.at) < BELIEVED_FOR);
    if (known) return known.tally;
    const tally = this.count(period, cut);
    this.kept = [{ key, at: now, tally }, ...this.kept.filter((one) => one.key !== key)].slice(0, KEPT);
    tally.catch(() => {
      this.kept = this.kept.filter((one) => one.tally !== tally);
    });
    return tally;
  }

  /** Every item's books for the period, one at a time. */
  async *books({ from, until }: Period): AsyncGenerator<ItemBooks> {
    for await (const chain of this.chains.before(until)) yield foldBooks(chain, from);
  }

  private async count(period: Period, cut: Cut): Promise<Tally> {
    const tally = new Tally(cut, period.dayOfT);
    for await (const books of this.books(period)) tally.add(books);
    return tally;
  }
}

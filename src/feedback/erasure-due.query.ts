import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository, type SelectQueryBuilder } from 'typeorm';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { Feedback } from './feedback.entity.js';
import { ENDED, type Ended, keptSince, type Retention } from './retention.js';

const DAY = 86_400_000;

/** When an item came to the state in which it is, by its journal: later steps beside the state do not move it. */
const endedAt = (alias: string): string =>
  `(SELECT MAX(e."recordedAt") FROM journal_entry e WHERE e."feedbackId" = ${alias}.id` +
  ` AND (e."fromState" IS NULL OR e."fromState" <> e."toState"))`;

/** Which items are to be erased now: those whose time has passed, those whose submitter asked and did not take it back. */
@Injectable()
export class ErasureDue {
  constructor(
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    private readonly clock: Clock,
  ) {}

  /** @returns the numbers of the oldest ones, at most so many. */
  async byRetention(rule: Retention, most: number): Promise<number[]> {
    return numbers(this.passed(rule), most);
  }

  /** @returns how many would be erased at once under this rule, by where they ended. */
  async counts(rule: Retention): Promise<Readonly<Record<Ended, number>>> {
    const rows = await this.passed(rule)
      .select('item.state', 'state')
      .addSelect('COUNT(*)', 'n')
      .groupBy('item.state')
      .getRawMany<{ state: Ended; n: number | string }>();
    const counted = new Map(rows.map(({ state, n }) => [state, Number(n)]));
    return Object.fromEntries(ENDED.map((state) => [state, counted.get(state) ?? 0])) as Record<
      Ended,
      number
    >;
  }

  async byRequest({ requestDays }: Retention, most: number): Promise<number[]> {
    const query = this.items
      .createQueryBuilder('item')
      .where('item.erasedAt IS NULL AND item.erasureAskedAt <= :asked', {
        asked: this.clock.now() - requestDays * DAY,
      })
      .andWhere('item.state IN (:...ended) AND item.reopenAsked = :asks', { ended: ENDED, asks: false });
    return numbers(query, most);
  }

  private passed({ years }: Retention): SelectQueryBuilder<Feedback> {
    const today = dayOf(this.clock.now());
    const cuts = ENDED.map((state) => ({ state, before: keptSince(today, years[state]) }));
    const latest = Math.max(...cuts.map(({ before }) => before));
    return this.items
      .createQueryBuilder('item')
      .where('item.erasedAt IS NULL AND item.submittedAt < :latest', { latest })
      .andWhere(
        new Brackets((either) => {
          for (const [i, { state, before }] of cuts.entries())
            either.orWhere(
              `(item.state = :state${i} AND ${endedAt('item')} < :before${i}${LASTING[state] ?? ''})`,
              {
                [`state${i}`]: state,
                [`before${i}`]: before,
              },
            );
        }),
      );
  }
}

/** What was merged lives on in the item it went into: it is kept while that one is kept. */
const LASTING: Partial<Record<Ended, string>> = {
  MERGED:
    ` AND EXISTS (SELECT 1 FROM feedback m WHERE m.id = item."mergedIntoId" AND m.state IN ('${ENDED.join("', '")}')` +
    ` AND (m."erasedAt" IS NOT NULL OR ${endedAt('m')} < :latest))`,
};

async function numbers(query: SelectQueryBuilder<Feedback>, most: number): Promise<number[]> {
  const rows = await query
    .select('item.id', 'id')
    .orderBy('item.id')
    .limit(most)
    .getRawMany<{ id: number }>();
  return rows.map(({ id }) => id);
}

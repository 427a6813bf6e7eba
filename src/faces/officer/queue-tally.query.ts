import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Feedback } from '../../feedback/feedback.entity.js';
import { OPEN } from '../../feedback/state.js';
import {
  all,
  any,
  type Condition,
  type DeskContext,
  inStates,
  isAsked,
  isMine,
  isOwn,
} from './queue-condition.js';
import { conditionsOf, type QueueFilters } from './queue-filters.js';
import { listOf, type QueueQuestion, visibleItems } from './queue.query.js';
import { isOfOpen } from './queue-tab.js';

/** How many items a question finds; `more` where counting stopped at the bound. */
export interface Tally {
  readonly count: number;
  readonly more: boolean;
}

/** Nobody reads past it, and what has ended grows for ever. */
const BOUND = 1_000;

type Asked = Pick<QueueQuestion, 'tab' | 'scope' | 'filters'>;

/** Counts lists. Those of open items are counted together, in one pass over what is open; the others up to a bound. */
@Injectable()
export class QueueTally {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @returns one tally a question, in their order; what policy hides is not counted. */
  async of(questions: readonly Asked[], desk: DeskContext): Promise<Tally[]> {
    const open = questions.filter(({ tab }) => isOfOpen(tab));
    const counts = await this.open(open, desk);
    return Promise.all(
      questions.map(async (question) => {
        const at = open.indexOf(question);
        return at === -1 ? this.bounded(question, desk) : { count: counts[at] ?? 0, more: false };
      }),
    );
  }

  /** @returns how many of the open items of this list are overdue without being booked: the figures do not count them. */
  async unbookedOverdue(question: Asked, desk: DeskContext): Promise<number> {
    const query = visibleItems(this.items, desk).andWhere('item.registerNumber IS NULL');
    const late: Condition = { sql: 'item.overdueAfter < :today', params: { today: desk.today } };
    for (const { sql, params } of [...conditions(question, desk), late]) query.andWhere(`(${sql})`, params);
    return query.getCount();
  }

  private async open(questions: readonly Asked[], desk: DeskContext): Promise<number[]> {
    if (questions.length === 0) return [];
    const query = visibleItems(this.items, desk).andWhere(inStates(OPEN).sql).select([]);
    if (questions.every(({ scope }) => scope === 'own')) {
      // Nothing else can be in any of these lists: most of a province is left out before it is looked at fifteen times.
      const { sql, params } = any([isOwn(desk), isMine(desk), isAsked(desk)]);
      query.andWhere(`(${sql})`, params);
    }
    const common = sharedFilters(questions);
    if (common) {
      const { sql, params } = all(conditionsOf(common, desk));
      query.andWhere(`(${sql})`, params);
    }
    for (const [i, question] of questions.entries()) {
      const filters = common ? [] : conditionsOf(question.filters, desk, `f${i}_`);
      const { sql, params } = all([...listOf(question.tab, question.scope, desk), ...filters]);
      query.addSelect(`SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END)`, `t${i}`).setParameters(params ?? {});
    }
    const row = await query.getRawOne<Record<string, string | number | null>>();
    return questions.map((_, i) => Number(row?.[`t${i}`] ?? 0));
  }

  private async bounded(question: Asked, desk: DeskContext): Promise<Tally> {
    const query = visibleItems(this.items, desk).select('item.id');
    for (const { sql, params } of conditions(question, desk)) query.andWhere(`(${sql})`, params);
    const found = await query.limit(BOUND + 1).getRawMany();
    return { count: Math.min(found.length, BOUND), more: found.length > BOUND };
  }
}

function conditions({ tab, scope, filters }: Asked, desk: DeskContext): Condition[] {
  return [...listOf(tab, scope, desk), ...conditionsOf(filters, desk)];
}

/** @returns the filters that all of the questions have; null where they differ. */
function sharedFilters(questions: readonly Asked[]): QueueFilters | null {
  const [first] = questions;
  return first && questions.every(({ filters }) => filters === first.filters) ? first.filters : null;
}

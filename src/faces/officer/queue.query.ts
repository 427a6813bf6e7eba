import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import { OPEN } from '../../feedback/state.js';
import { type Condition, type DeskContext, inStates, isOwn } from './queue-condition.js';
import { conditionsOf, type QueueFilters } from './queue-filters.js';
import {
  behind,
  fromTheTop,
  orderOf,
  type OrderColumn,
  readPlace,
  type Sort,
  turned,
} from './queue-order.js';
import { isOfOpen, type QueueTab } from './queue-tab.js';
import type { Scope } from './queue.form.js';

export const PAGE_SIZE = 50;

/** What is asked of the queue. */
export interface QueueQuestion {
  readonly tab: QueueTab;
  readonly scope: Scope;
  readonly filters: QueueFilters;
  readonly sort: Sort;
}

/** Where the page begins: behind a place, in front of one, or at the top of the list. */
export interface PageEdge {
  readonly after: string;
  readonly before: string;
}

export interface QueueSlice {
  readonly items: readonly Feedback[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

const COLUMNS = [
  ...[
    'id',
    'code',
    'version',
    'title',
    'state',
    'kind',
    'publication',
    'registerNumber',
    'urgency',
    'channel',
  ],
  ...[
    'submittedAt',
    'changedAt',
    'answeredAt',
    'dueDay',
    'deadline',
    'overdueAfter',
    'triageDueDay',
    'forwardDueDay',
  ],
  ...['assigneeId', 'hops', 'extensionAskedById', 'reopenAsked', 'splitFromId', 'previousState'],
].map((column) => `item.${column}`);
const AGENCIES = ['handlingAgency', 'intakeAgency'].flatMap((agency) =>
  ['id', 'shortName', 'path'].map((column) => `${agency}.${column}`),
);

/** The items of a person's desk: one page of one list, by key, so that page 300 costs what page 1 does. */
@Injectable()
export class QueueQuery {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** A place that has nothing on its far side (any more) leads to the top of the list. */
  async page(question: QueueQuestion, edge: PageEdge, desk: DeskContext): Promise<QueueSlice> {
    const order = orderOf(question.sort);
    const [after, before] = [readPlace(edge.after, order), readPlace(edge.before, order)];
    if (after) {
      const rows = await this.rows(question, order, desk, behind(after, order));
      if (rows.length > 0) return { items: cut(rows), hasPrevious: true, hasNext: rows.length > PAGE_SIZE };
    } else if (before) {
      const back = turned(order);
      const rows = await this.rows(question, back, desk, behind(before, back));
      if (rows.length > PAGE_SIZE) return { items: cut(rows).reverse(), hasPrevious: true, hasNext: true };
    }
    const rows = await this.rows(question, order, desk, fromTheTop(order));
    return { items: cut(rows), hasPrevious: false, hasNext: rows.length > PAGE_SIZE };
  }

  /** Keys first, from an index; the rows with their texts only of those that are shown. */
  private async rows(
    question: QueueQuestion,
    order: readonly OrderColumn[],
    desk: DeskContext,
    place: Condition,
  ): Promise<Feedback[]> {
    const query = this.asked(question, desk).select('item.id', 'id');
    query.andWhere(`(${place.sql})`, place.params);
    for (const { column, direction } of order) query.addOrderBy(`item.${column}`, direction);
    const found = await query.limit(PAGE_SIZE + 1).getRawMany<{ id: number }>();
    return this.inOrder(found.map(({ id }) => id));
  }

  private async inOrder(ids: readonly number[]): Promise<Feedback[]> {
    if (ids.length === 0) return [];
    const rows = await this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .select([...COLUMNS, ...AGENCIES])
      .where('item.id IN (:...ids)', { ids })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Everything that the question finds and the person may see. */
  asked({ tab, scope, filters }: QueueQuestion, desk: DeskContext): SelectQueryBuilder<Feedback> {
    const query = visibleItems(this.items, desk);
    for (const { sql, params } of [...listOf(tab, scope, desk), ...conditionsOf(filters, desk)])
      query.andWhere(`(${sql})`, params);
    return query;
  }
}

const cut = (rows: Feedback[]): Feedback[] => rows.slice(0, PAGE_SIZE);

/** All items that the person may see, with their agencies, under the names that conditions use. */
export function visibleItems(
  items: Repository<Feedback>,
  { actor }: DeskContext,
): SelectQueryBuilder<Feedback> {
  const query = items
    .createQueryBuilder('item')
    .innerJoin('item.handlingAgency', 'handlingAgency')
    .innerJoin('item.intakeAgency', 'intakeAgency');
  whereVisible(query, 'item', actor);
  return query;
}

/** What a list is made of, filters apart. */
export function listOf(tab: QueueTab, scope: Scope, desk: DeskContext): Condition[] {
  return [
    ...(isOfOpen(tab) ? [inStates(OPEN)] : []), // in these words the index of open items is found
    inStates(tab.states),
    ...(tab.where ? [tab.where(desk)] : []),
    ...(scope === 'own' && !tab.anywhere ? [isOwn(desk)] : []),
  ];
}

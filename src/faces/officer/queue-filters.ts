import type { Channel, Urgency } from '../../feedback/classification.js';
import type { State } from '../../feedback/state.js';
import { type CivilDay, endOfDay, startOfDay } from '../../platform/kernel/civil-day.js';
import { bounded, foldWords } from '../../platform/kernel/fold.js';
import type { Condition, DeskContext } from './queue-condition.js';

/** What a list is narrowed to; null where it is not. */
export interface QueueFilters {
  readonly words: string;
  readonly state: State | null;
  /** The place of the handling agency: with everything below it. */
  readonly agencyPath: string | null;
  readonly fieldId: number | null;
  readonly procedureId: number | null;
  readonly channel: Channel | null;
  readonly urgency: Urgency | null;
  readonly assignee: 'none' | 'me' | number | null;
  readonly receivedFrom: CivilDay | null;
  readonly receivedTo: CivilDay | null;
  readonly dueFrom: CivilDay | null;
  readonly dueTo: CivilDay | null;
}

const MOST_WORDS = 12;

/**
 * The filters as conditions on `item` and `handlingAgency`.
 * @param prefix in front of every parameter, so that several questions fit into one query.
 */
export function conditionsOf(filters: QueueFilters, desk: DeskContext, prefix = ''): Condition[] {
  const { receivedFrom, receivedTo, agencyPath } = filters;
  const one = (name: string, sql: string, value: unknown): Condition[] =>
    value === null ? [] : [{ sql: `${sql} :${prefix}${name}`, params: { [prefix + name]: value } }];
  return [
    ...one('state', 'item.state =', filters.state),
    ...one('agencyBelow', 'handlingAgency.path LIKE', agencyPath && `${agencyPath}%`),
    ...one('fieldId', 'item.fieldId =', filters.fieldId),
    ...one('procedureId', 'item.procedureId =', filters.procedureId),
    ...one('channel', 'item.channel =', filters.channel),
    ...one('urgency', 'item.urgency =', filters.urgency),
    ...assigned(filters.assignee, desk, prefix),
    ...one('receivedFrom', 'item.submittedAt >=', receivedFrom && startOfDay(receivedFrom)),
    ...one('receivedTo', 'item.submittedAt <', receivedTo && endOfDay(receivedTo)),
    ...one('dueFrom', 'item.dueDay >=', filters.dueFrom),
    ...one('dueTo', 'item.dueDay <=', filters.dueTo),
    ...wordsOf(filters.words, prefix),
  ];
}

function assigned(assignee: QueueFilters['assignee'], desk: DeskContext, prefix: string): Condition[] {
  if (assignee === null) return [];
  if (assignee === 'none') return [{ sql: 'item.assigneeId IS NULL' }];
  const name = `${prefix}assignee`;
  const id = assignee === 'me' ? desk.actor.staffId : assignee;
  return [{ sql: `item.assigneeId = :${name}`, params: { [name]: id } }];
}

/** Every word occurs in code, title or content (folded), or in the register number. */
function wordsOf(question: string, prefix: string): Condition[] {
  return foldWords(bounded(question))
    .slice(0, MOST_WORDS)
    .map((word, i) => {
      const name = `${prefix}word${i}`;
      const sql = `item.folded LIKE :${name} OR LOWER(item.registerNumber) LIKE :${name}`;
      return { sql, params: { [name]: `%${word}%` } };
    });
}

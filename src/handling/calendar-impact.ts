import { createHash } from 'node:crypto';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** An open item whose days a calendar changes. */
export interface CalendarMove {
  readonly id: number;
  /** The version that was looked at. */
  readonly version: number;
  readonly code: string;
  /** On whose books it is. */
  readonly agencyId: number;
  readonly dueBefore: CivilDay;
  /** The same day where only its working-out or an inner day changes. */
  readonly dueAfter: CivilDay;
}

/** What a change of the calendar does to the open items; codes and days only, nothing of what citizens wrote. */
export interface CalendarImpact {
  /** Open items that were looked at. */
  readonly open: number;
  /** Those whose promised day moves, the earliest first. */
  readonly moved: readonly CalendarMove[];
  /** Those whose promised day stays, while its working-out or an inner day changes. */
  readonly explained: readonly CalendarMove[];
  /** Items that are overdue by the new calendar: their next step may come on another day. */
  readonly overdue: readonly number[];
}

export interface MovedAtAgency {
  readonly agencyId: number;
  readonly count: number;
}

/** @returns how many promised days move at each agency, the most first. */
export function movedByAgency({ moved }: Pick<CalendarImpact, 'moved'>): MovedAtAgency[] {
  const counts = new Map<number, number>();
  for (const { agencyId } of moved) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  return [...counts]
    .map(([agencyId, count]) => ({ agencyId, count }))
    .sort((a, b) => b.count - a.count || a.agencyId - b.agencyId);
}

/**
 * A mark of exactly what was shown: the calendar before, and every day that moves. Whoever confirms something else than
 * was shown holds another mark.
 */
export function markOf(revision: string, { moved, explained }: CalendarImpact): string {
  const lines = [...moved, ...explained].map(
    ({ id, dueBefore, dueAfter }) => `${id}:${dueBefore}:${dueAfter}`,
  );
  return createHash('sha256')
    .update([revision, ...lines].join('\n'))
    .digest('hex');
}

import { dayOf, endOfDay, startOfDay, type CivilDay } from '../platform/kernel/civil-day.js';

/** What a person asks for: both days are included. `cutOff` is an instant (epoch ms), exclusive. */
export interface Span {
  readonly firstDay: CivilDay;
  readonly lastDay: CivilDay;
  readonly cutOff: number | null;
}

/** The period as it is computed: [from, until) in epoch ms, with the day by which items are overdue. */
export interface Period extends Span {
  readonly from: number;
  /** T: the earliest of the period's end, now and the cut-off. Nothing recorded at or after it is seen. */
  readonly until: number;
  /** The day of T: an item is overdue when its due day lies before it. */
  readonly dayOfT: CivilDay;
}

/**
 * @param now epoch ms. What has been recorded up to and including this instant belongs to “now”, so T is one
 *   millisecond after it at the latest: a figure asked for right after an entry contains that entry.
 * @returns the period; `until` is never before `from` for a span whose beginning is not in the future.
 */
export function periodOf(span: Span, now: number): Period {
  const from = startOfDay(span.firstDay);
  const until = Math.min(endOfDay(span.lastDay), now + 1, span.cutOff ?? Number.POSITIVE_INFINITY);
  return { ...span, from, until, dayOfT: dayOf(until) };
}

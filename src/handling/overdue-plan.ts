import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { TERMS } from '../feedback/terms.js';
import { type CivilDay, dayOf, endOfDay } from '../platform/kernel/civil-day.js';

/** How an item stands towards its due day, and what was done about that already. */
export interface OverdueStanding {
  /** The day after whose midnight it is overdue; null while a pause holds that off, and once it is answered. */
  readonly overdueAfter: CivilDay | null;
  /** Waiting for the citizen: nobody is reproached meanwhile. */
  readonly waiting: boolean;
  /** Whether the citizen was told an apology and a new day since it became overdue. */
  readonly apologised: boolean;
  /** Levels that were told since then: working days overdue. */
  readonly escalated: readonly number[];
}

export type OverdueStep =
  | { readonly action: 'apologise'; readonly newDay: CivilDay }
  | { readonly action: 'escalate'; readonly level: number };

export interface OverduePlan {
  /** What has to be done now, in order. */
  readonly steps: readonly OverdueStep[];
  /** When to look again, epoch ms; null where nothing more is to come. */
  readonly next: number | null;
}

/** Working days overdue after which the head is told, and after which the superior agency is. */
export const ESCALATIONS: readonly number[] = [TERMS.escalateHead, TERMS.escalateSuperior];

const NOTHING: OverduePlan = { steps: [], next: null };

/**
 * What an overdue item needs at an instant: an apology with a new day as soon as the due day has ended, the head after
 * three further working days have ended, the superior agency after ten. Asked too early it says when to ask again;
 * asked late (the worker slept) it gives what was missed, each once and in order.
 */
export function overduePlan(calendar: WorkingCalendar, standing: OverdueStanding, now: number): OverduePlan {
  const { overdueAfter, waiting, apologised, escalated } = standing;
  if (overdueAfter === null || waiting) return NOTHING;
  const newDay = calendar.addWorkingDays(dayOf(now), TERMS.apology).due;
  const apology = { at: endOfDay(overdueAfter), step: { action: 'apologise' as const, newDay } };
  const escalations = ESCALATIONS.filter((level) => !escalated.includes(level)).map((level) => ({
    at: endOfDay(calendar.addWorkingDays(overdueAfter, level).due),
    step: { action: 'escalate' as const, level },
  }));
  const open = [...(apologised ? [] : [apology]), ...escalations];
  return {
    steps: open.filter(({ at }) => at <= now).map(({ step }) => step),
    next: open.find(({ at }) => at > now)?.at ?? null,
  };
}

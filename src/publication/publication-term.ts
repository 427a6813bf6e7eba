import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { TERMS } from '../feedback/terms.js';
import type { Choice } from '../platform/installation/choice.js';
import { addDays, type CivilDay, dayOf, endOfDay } from '../platform/kernel/civil-day.js';

/** Working days that an authority may give itself. */
export const PUBLICATION_TERM_RANGE = { min: 1, max: 60 } as const;

/** Working days from the answer to its publication (C4, domain §3.4): the authority's own promise. */
export const PUBLICATION_TERM: Choice<number> = {
  name: 'publication.term',
  standard: TERMS.publication,
  read: (stored) => {
    const { min, max } = PUBLICATION_TERM_RANGE;
    return Number.isInteger(stored) && Number(stored) >= min && Number(stored) <= max ? Number(stored) : null;
  },
};

/** What the days of publication are counted by. */
export interface PublicationClock {
  readonly calendar: WorkingCalendar;
  /** Working days. */
  readonly term: number;
}

/** @param answeredAt epoch ms. @returns the last day on which publishing is in time. */
export function publicationDueDay({ calendar, term }: PublicationClock, answeredAt: number): CivilDay {
  return calendar.addWorkingDays(dayOf(answeredAt), term).due;
}

/**
 * The same rule from its other end, for lists and counts.
 * @returns the instant (epoch ms) before which an answer was given that should have been public before today.
 */
export function lateIfAnsweredBefore({ calendar, term }: PublicationClock, today: CivilDay): number {
  let day = addDays(today, -1);
  for (let left = term; left > 0; day = addDays(day, -1)) if (calendar.isWorkingDay(day)) left--;
  return endOfDay(day);
}

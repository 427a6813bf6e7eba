import type { Choice } from '../platform/installation/choice.js';
import { addDays, type CivilDay, isCivilDay, startOfDay } from '../platform/kernel/civil-day.js';
import type { State } from './state.js';

/** The states in which nothing more is awaited; personal data are kept so many years after an item came there. */
export const ENDED = [
  'CLOSED',
  'REFUSED',
  'REDIRECTED',
  'WITHDRAWN',
  'MERGED',
] as const satisfies readonly State[];
export type Ended = (typeof ENDED)[number];

export const YEARS = { min: 1, max: 30 } as const;
/** Days for which the submitter may take the own request back; afterwards nobody can bring the data back. */
export const REQUEST_DAYS = { min: 0, max: 20 } as const;

export interface Retention {
  /** Whole years, from the day after the item ended. */
  readonly years: Readonly<Record<Ended, number>>;
  readonly requestDays: number;
}

/** Five years for everything, and three days for the submitter's second thoughts, until the authority decides otherwise. */
export const retention: Choice<Retention> = {
  name: 'privacy.retention',
  standard: {
    years: { CLOSED: 5, REFUSED: 5, REDIRECTED: 5, WITHDRAWN: 5, MERGED: 5 },
    requestDays: 3,
  },
  read: (stored) => {
    const { years, requestDays } = (stored ?? {}) as Partial<Retention>;
    const isWhole =
      ENDED.every((state) => isWithin(years?.[state], YEARS)) && isWithin(requestDays, REQUEST_DAYS);
    return isWhole ? (stored as Retention) : null;
  },
};

const isWithin = (value: unknown, { min, max }: { min: number; max: number }): boolean =>
  Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;

export function isEnded(state: State): state is Ended {
  return (ENDED as readonly State[]).includes(state);
}

/** @returns whether nobody works on it, and nobody is to decide whether it is opened again: then it may be erased on request. */
export function isErasable({
  state,
  reopenAsked,
  erasedAt,
}: {
  readonly state: State;
  readonly reopenAsked: boolean;
  readonly erasedAt: number | null;
}): boolean {
  return erasedAt === null && isEnded(state) && !reopenAsked;
}

/** @returns the same day so many years before; of 29 February, 28 February in a year that has no other. */
export function yearsBefore(day: CivilDay, years: number): CivilDay {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return isCivilDay(earlier) ? earlier : addDays(`${earlier.slice(0, 8)}01`, 27);
}

/** @returns epoch ms; what ended before it is to be erased today: it was kept for whole years from the day after. */
export function keptSince(today: CivilDay, years: number): number {
  return startOfDay(yearsBefore(today, years));
}

/** A day of the calendar in Vietnam, `YYYY-MM-DD`. Sorts as text. */
export type CivilDay = string & { readonly brand?: 'CivilDay' };

/** Asia/Ho_Chi_Minh is UTC+7 without daylight saving since 1975: arithmetic is exact and needs no tables. */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns the day in Vietnam on which the instant (epoch ms) falls. */
export function dayOf(instant: number): CivilDay {
  return new Date(instant + OFFSET).toISOString().slice(0, 10);
}

/** @returns the first instant (epoch ms) of the day in Vietnam. */
export function startOfDay(day: CivilDay): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET;
}

/** @returns the first instant (epoch ms) after the day: deadlines end here (24:00). */
export function endOfDay(day: CivilDay): number {
  return startOfDay(day) + DAY;
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return dayOf(startOfDay(day) + days * DAY);
}

/** @returns whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDay, b: CivilDay): number {
  return Math.round((startOfDay(b) - startOfDay(a)) / DAY);
}

/** @returns 0 for Sunday … 6 for Saturday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** @returns whether the text is a real day (`2021-02-30` is not) between the years 1900 and 2200. */
export function isCivilDay(text: string): text is CivilDay {
  const match = PATTERN.exec(text);
  if (!match || Number(match[1]) < 1900 || Number(match[1]) > 2200) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

/** @returns the day as Vietnamese print it, `03/02/2021`. */
export function formatDay(day: CivilDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** @returns day and time in Vietnam, `13:37 03/02/2021`. */
export function formatInstant(instant: number): string {
  const local = new Date(instant + OFFSET).toISOString();
  return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`;
}

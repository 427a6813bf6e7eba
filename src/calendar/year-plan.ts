import { type CivilDay, isCivilDay, weekdayOf } from '../platform/kernel/civil-day.js';
import { cleanLine } from '../platform/kernel/clean-text.js';
import { UsageError } from '../platform/kernel/errors.js';
import { WorkingCalendar, type SpecialDay } from './working-calendar.js';

/** One year of the calendar as a file brings it and an administrator replaces it. */
export interface YearPlan {
  readonly year: number;
  /** Whether the year's plan is known as a whole; single doubtful days are marked on their own. */
  readonly confirmed: boolean;
  readonly note: string;
  readonly days: readonly SpecialDay[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one plan or a list of plans: `{ year, confirmed, note, days: [{ day, kind: OFF|WORK, name, confirmed?,
 * applied?, swappedWith? }] }`; confirmed and applied are true when left out.
 * @throws UsageError naming the year and the day at fault.
 */
export function parseYearPlans(document: unknown): YearPlan[] {
  const plans = (Array.isArray(document) ? document : [document]).map(parsePlan);
  const years = plans.map((plan) => plan.year);
  const twice = years.find((year, index) => years.indexOf(year) !== index);
  if (twice !== undefined) throw new UsageError(`year ${twice} stands in the file twice`);
  return plans;
}

/** @returns the working calendar made of these plans alone. */
export function calendarOf(plans: readonly YearPlan[]): WorkingCalendar {
  return new WorkingCalendar(
    plans.flatMap((plan) => plan.days),
    plans,
  );
}

function parsePlan(value: unknown): YearPlan {
  const { year, confirmed, note = '', days } = asFields(value, 'a year');
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1990 || year > 2199) {
    throw new UsageError('a year needs "year", a whole number from 1990 to 2199');
  }
  if (typeof confirmed !== 'boolean') throw new UsageError(`year ${year} needs "confirmed", true or false`);
  if (typeof note !== 'string') throw new UsageError(`the note of year ${year} is not a text`);
  if (!Array.isArray(days)) throw new UsageError(`year ${year} needs "days", a list`);
  return checkedPlan({
    year,
    confirmed,
    note: cleanLine(note),
    days: days.map((day) => parseDay(day, year)),
  });
}

/** @throws UsageError when a day lies outside its year, stands twice, or a plain weekday is said to be worked. */
export function checkedPlan(plan: YearPlan): YearPlan {
  const seen = new Set<CivilDay>();
  for (const { day, kind } of plan.days) {
    if (!day.startsWith(`${plan.year}-`))
      throw new UsageError(`${day} does not lie in the year ${plan.year}`);
    if (seen.has(day)) throw new UsageError(`${day} stands in the year ${plan.year} twice`);
    if (kind === 'WORK' && weekdayOf(day) % 6 !== 0)
      throw new UsageError(`${day} is a weekday: WORK is for weekends`);
    seen.add(day);
  }
  return plan;
}

function parseDay(value: unknown, year: number): SpecialDay {
  const {
    day,
    kind,
    name,
    confirmed = true,
    applied = true,
    swappedWith = null,
  } = asFields(value, `a day of ${year}`);
  if (typeof day !== 'string' || !isCivilDay(day))
    throw new UsageError(`year ${year} has a day that is not YYYY-MM-DD`);
  if (kind !== 'OFF' && kind !== 'WORK') throw new UsageError(`${day} needs "kind", OFF or WORK`);
  if (typeof name !== 'string' || cleanLine(name) === '') throw new UsageError(`${day} needs a name`);
  if (typeof confirmed !== 'boolean' || typeof applied !== 'boolean') {
    throw new UsageError(`${day}: "confirmed" and "applied" are true or false`);
  }
  if (swappedWith !== null && (typeof swappedWith !== 'string' || !isCivilDay(swappedWith))) {
    throw new UsageError(`${day}: "swappedWith" is not a day YYYY-MM-DD`);
  }
  return { day, kind, name: cleanLine(name), confirmed, applied, swappedWith };
}

function asFields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${what} is not an object`);
  return value as Fields;
}

/** @returns whether both say the same of every day; the order of days does not matter. */
export function samePlan(a: YearPlan, b: YearPlan): boolean {
  const canonical = ({ year, confirmed, note, days }: YearPlan): string => {
    const rows = days
      .map((d) => [d.day, d.kind, d.name, d.confirmed, d.applied, d.swappedWith].join('|'))
      .sort();
    return JSON.stringify([year, confirmed, note, rows]);
  };
  return canonical(a) === canonical(b);
}

import { addDays, type CivilDay, formatDay, weekdayOf } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';

/** A day that differs from the plain week, as the calendar table holds it. */
export interface SpecialDay {
  readonly day: CivilDay;
  /** OFF: a day off, holiday or swapped; WORK: a Saturday (or Sunday) on which offices work. */
  readonly kind: 'OFF' | 'WORK';
  readonly name: string;
  /** false: not officially announced, or not found at a source. */
  readonly confirmed: boolean;
  /** false: the row waits for an administrator and changes nothing yet (but makes deadlines over it unconfirmed). */
  readonly applied: boolean;
  /** The other half of a swap: the Saturday worked for this day off, or the day off for this Saturday. */
  readonly swappedWith: CivilDay | null;
}

/** A year whose plan is known; `confirmed: false` where swaps or blocks are still missing. */
export interface KnownYear {
  readonly year: number;
  readonly confirmed: boolean;
}

export interface SkippedDay {
  readonly day: CivilDay;
  readonly reason: 'weekend' | 'holiday' | 'swap';
  /** The holiday's name, in Vietnamese as the calendar names it; absent for a plain weekend. */
  readonly name?: string;
}

export interface WorkedSwap {
  readonly day: CivilDay;
  readonly name: string;
}

/** A due day with its working-out: `counted` and `skipped` together are exactly the days of (start, due]. */
export interface Deadline {
  readonly start: CivilDay;
  /** Working days allowed. */
  readonly term: number;
  readonly due: CivilDay;
  readonly counted: readonly CivilDay[];
  readonly skipped: readonly SkippedDay[];
  /** Saturdays and Sundays among `counted` that work in exchange for a day off. */
  readonly swapsIn: readonly WorkedSwap[];
  /** false when the range touches a day or a year that is not confirmed, or a year that is unknown. */
  readonly confirmed: boolean;
}

/** The days of (start, end], sorted into counted and skipped. */
export type Stretch = Pick<Deadline, 'counted' | 'skipped' | 'swapsIn' | 'confirmed'>;

/**
 * Working days of state agencies: the week, holidays (Bộ luật Lao động 2019 Đ.112) and swapped Saturdays, all data.
 * Counting follows Bộ luật Dân sự 2015 Đ.147–148: the day of the event is not counted, a term ends at 24:00 of
 * its last day. Days are civil days in Asia/Ho_Chi_Minh.
 */
export class WorkingCalendar {
  private readonly special: ReadonlyMap<CivilDay, SpecialDay>;
  private readonly confirmedYears: ReadonlySet<string>;

  constructor(days: readonly SpecialDay[], years: readonly KnownYear[]) {
    this.special = new Map(days.map((day) => [day.day, day]));
    this.confirmedYears = new Set(years.filter((year) => year.confirmed).map((year) => String(year.year)));
  }

  isWorkingDay(day: CivilDay): boolean {
    const row = this.appliedRow(day);
    return row ? row.kind === 'WORK' : !isWeekend(day);
  }

  /** @returns false for a day that is itself unconfirmed, or lies in a year that is not confirmed or not known. */
  isConfirmed(day: CivilDay): boolean {
    return this.confirmedYears.has(day.slice(0, 4)) && this.special.get(day)?.confirmed !== false;
  }

  /** @returns why a day is off, or why a weekend day is worked; null for an ordinary working day. */
  explain(day: CivilDay): Message | null {
    const row = this.appliedRow(day);
    if (!row) return isWeekend(day) ? { key: 'calendar.explain.weekend' } : null;
    const other = row.swappedWith;
    if (row.kind === 'WORK') return { key: 'calendar.explain.worked', params: { name: row.name } };
    if (other)
      return { key: 'calendar.explain.swapped', params: { name: row.name, other: formatDay(other) } };
    return { key: 'calendar.explain.holiday', params: { name: row.name } };
  }

  /**
   * The end of the n-th working day after `start`; `start` itself is never counted.
   * @param n a whole number from 1 to 1000.
   * @throws RangeError for another n, which is a programmer's error.
   */
  addWorkingDays(start: CivilDay, n: number): Deadline {
    if (!Number.isInteger(n) || n < 1 || n > 1000) throw new RangeError(`a term of ${n} working days`);
    let due = start;
    for (let left = n; left > 0;) {
      due = addDays(due, 1);
      if (this.isWorkingDay(due)) left--;
    }
    return { start, term: n, due, ...this.stretch(start, due) };
  }

  /** @returns the number of working days in (a, b]; 0 when b is not after a. */
  workingDaysBetween(a: CivilDay, b: CivilDay): number {
    let count = 0;
    for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (this.isWorkingDay(day)) count++;
    return count;
  }

  /** @returns the day itself when it is worked, else the next one that is (Bộ luật Dân sự 2015 Đ.148 khoản 5). */
  workingDayFrom(day: CivilDay): CivilDay {
    let candidate = day;
    while (!this.isWorkingDay(candidate)) candidate = addDays(candidate, 1);
    return candidate;
  }

  /** @returns the days of (start, end], each counted or skipped with its reason; empty when end is not after start. */
  stretch(start: CivilDay, end: CivilDay): Stretch {
    const counted: CivilDay[] = [];
    const skipped: SkippedDay[] = [];
    const swapsIn: WorkedSwap[] = [];
    let confirmed = true;
    for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
      const row = this.appliedRow(day);
      confirmed &&= this.isConfirmed(day);
      if (!this.isWorkingDay(day)) skipped.push(skippedDay(day, row));
      else counted.push(day);
      if (row?.kind === 'WORK') swapsIn.push({ day, name: row.name });
    }
    return { counted, skipped, swapsIn, confirmed };
  }

  private appliedRow(day: CivilDay): SpecialDay | undefined {
    const row = this.special.get(day);
    return row?.applied ? row : undefined;
  }
}

function isWeekend(day: CivilDay): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function skippedDay(day: CivilDay, row: SpecialDay | undefined): SkippedDay {
  if (!row) return { day, reason: 'weekend' };
  return { day, reason: row.swappedWith ? 'swap' : 'holiday', name: row.name };
}

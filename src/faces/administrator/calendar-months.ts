import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { YearPlan } from '../../calendar/year-plan.js';
import { addDays, type CivilDay, weekdayOf } from '../../platform/kernel/civil-day.js';

/** How a day looks on the page: an ordinary one, a weekend, or one that the plan speaks of. */
export type DayKind = 'plain' | 'weekend' | 'off' | 'work' | 'waiting';

export interface MonthDay {
  readonly day: CivilDay;
  readonly number: number;
  readonly kind: DayKind;
  /** The plan's name for it. */
  readonly name: string | null;
}

export interface Month {
  readonly number: number;
  /** Weeks from Monday to Sunday; null outside the month. */
  readonly weeks: readonly (readonly (MonthDay | null)[])[];
}

/** @param plan null for a year that nobody has entered: its plain weeks. */
export function monthsOf(year: number, plan: YearPlan | null, calendar: WorkingCalendar): Month[] {
  const special = new Map((plan?.days ?? []).map((day) => [day.day, day]));
  const dayOf = (day: CivilDay): MonthDay => {
    const row = special.get(day);
    const waiting = row !== undefined && !row.applied;
    const plain = calendar.isWorkingDay(day) ? 'plain' : 'weekend';
    const kind = waiting ? 'waiting' : row ? (row.kind === 'OFF' ? 'off' : 'work') : plain;
    return { day, number: Number(day.slice(8)), kind, name: row?.name ?? null };
  };
  return Array.from({ length: 12 }, (_, index) => {
    const number = index + 1;
    const first = `${year}-${String(number).padStart(2, '0')}-01`;
    return { number, weeks: weeksOf(first).map((week) => week.map((day) => day && dayOf(day))) };
  });
}

function weeksOf(first: CivilDay): (CivilDay | null)[][] {
  const month = first.slice(0, 7);
  const monday = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks: (CivilDay | null)[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, 7)) {
    const days = Array.from({ length: 7 }, (_, i) => addDays(start, i));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

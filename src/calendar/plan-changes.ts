import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { SpecialDay } from './working-calendar.js';
import type { YearPlan } from './year-plan.js';

/** A day of which two plans of a year say different things; null where one says nothing. */
export interface DayChange {
  readonly day: CivilDay;
  readonly before: SpecialDay | null;
  readonly after: SpecialDay | null;
}

/** @returns the days that differ, in order. */
export function planChanges(before: YearPlan | null, after: YearPlan): DayChange[] {
  const was = new Map((before?.days ?? []).map((day) => [day.day, day]));
  const is = new Map(after.days.map((day) => [day.day, day]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((day) => ({ day, before: was.get(day) ?? null, after: is.get(day) ?? null }))
    .filter((change) => said(change.before) !== said(change.after));
}

function said(day: SpecialDay | null): string {
  return day ? [day.kind, day.name, day.confirmed, day.applied, day.swappedWith].join('|') : '';
}

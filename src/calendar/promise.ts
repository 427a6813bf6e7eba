import type { CivilDay } from '../platform/kernel/civil-day.js';
import { DomainError } from '../platform/kernel/errors.js';
import { workingOut } from './working-out.js';
import type { SkippedDay, WorkedSwap, WorkingCalendar } from './working-calendar.js';

/*
 * The promised date of one item, as plain JSON, and what may move it. Pure: every function takes a record and
 * returns a new one.
 *
 *   promise(calendar, { start, term, rule })   the day promised at submission
 *   pauseDeadline(calendar, record, on)        NEEDS_INFO begins
 *   resumeDeadline(calendar, record, on)       the supplement is here: a new due day
 *   extendDeadline(calendar, record, days, on) once, before it is overdue
 *   recomputeDeadline(calendar, record)        the calendar changed: the same story told over the new calendar
 *   overdueAfter(record)                       the day after whose midnight it is overdue; none while paused in term
 *   isOverdue(record, today)                   whether that day has passed
 *   deadlineLines(record)                      in deadline-lines.ts: the working-out, for people
 */

/** A pause: the clock stands from the end of `from` to the end of `to`; `to` is null while it stands. */
export interface Pause {
  readonly from: CivilDay;
  readonly to: CivilDay | null;
  /** Working days left after `from`; null when it was already overdue then, so that the due day stays. */
  readonly remaining: number | null;
  /** The same without the extension. */
  readonly plainRemaining: number | null;
}

/** The one extension an item may have: `from` the due day before, `to` the due day it gave. */
export interface Extension {
  readonly days: number;
  readonly on: CivilDay;
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** How many pauses lay before it, so that the story can be told again in order. */
  readonly pausesBefore: number;
}

/** Who set the term, and from which day it holds; `agency` is null where it was set for all agencies. */
export interface TermBasis {
  readonly agency: string | null;
  readonly from: CivilDay;
}

/** A deadline that explains itself; stored with the item as JSON. Days are civil days in Vietnam. */
export interface DeadlineRecord {
  /** The day of receipt, not counted. */
  readonly start: CivilDay;
  /** Working days allowed by the rule. */
  readonly term: number;
  /** Code of the rule that gave the term: `handling.ADMIN_ACT`, `urgency.URGENT`, `term-rule.17`. */
  readonly rule: string;
  /** Of a term that an authority has set; left out where the general terms apply. */
  readonly basis?: TermBasis;
  /** The due day in force; while paused in term, the one that was in force when the pause began. */
  readonly due: CivilDay;
  /** The day first promised; nothing changes it. */
  readonly originalDue: CivilDay;
  /** The due day as it were without the extension. */
  readonly plainDue: CivilDay;
  readonly counted: readonly CivilDay[];
  readonly skipped: readonly SkippedDay[];
  readonly swaps: readonly WorkedSwap[];
  readonly pauses: readonly Pause[];
  readonly extension: Extension | null;
  readonly confirmed: boolean;
}

export interface Term {
  readonly start: CivilDay;
  /** Working days, 1 to 1000. */
  readonly term: number;
  readonly rule: string;
  readonly basis?: TermBasis | undefined;
}

/** The day promised: the end of the `term`-th working day after `start` (Bộ luật Dân sự 2015 Đ.147–148). */
export function promise(calendar: WorkingCalendar, { start, term, rule, basis }: Term): DeadlineRecord {
  const { due, counted, skipped, swapsIn, confirmed } = calendar.addWorkingDays(start, term);
  const days = { due, originalDue: due, plainDue: due };
  return {
    start,
    term,
    rule,
    ...(basis ? { basis } : {}),
    ...days,
    counted,
    skipped,
    swaps: swapsIn,
    pauses: [],
    extension: null,
    confirmed,
  };
}

export function isPaused(record: DeadlineRecord): boolean {
  return record.pauses.at(-1)?.to === null;
}

/** @returns the due day, whose end makes it overdue; null while a pause that began in term holds that off. */
export function overdueAfter(record: DeadlineRecord): CivilDay | null {
  const stands = isPaused(record) && record.pauses.at(-1)?.remaining !== null;
  return stands ? null : record.due;
}

/** Overdue begins at midnight after the due day; what was overdue when it was paused stays so. */
export function isOverdue(record: DeadlineRecord, today: CivilDay): boolean {
  const day = overdueAfter(record);
  return day !== null && day < today;
}

/**
 * Stops the clock at the end of day `on`; the working days left in (on, due] are kept.
 * @throws DomainError conflict when it stands already.
 */
export function pauseDeadline(
  calendar: WorkingCalendar,
  record: DeadlineRecord,
  on: CivilDay,
): DeadlineRecord {
  if (isPaused(record)) throw new DomainError('conflict', 'calendar.error.pausedAlready');
  const left = (due: CivilDay): number | null => (on > due ? null : calendar.workingDaysBetween(on, due));
  const pause: Pause = {
    from: on,
    to: null,
    remaining: left(record.due),
    plainRemaining: left(record.plainDue),
  };
  return { ...record, pauses: [...record.pauses, pause] };
}

/**
 * Lets the clock run on after day `on` with the working days that were left; none left (paused on the due day)
 * means `on` itself, or the next working day. What was overdue when paused keeps its due day.
 * @throws DomainError conflict when it runs already.
 */
export function resumeDeadline(
  calendar: WorkingCalendar,
  record: DeadlineRecord,
  on: CivilDay,
): DeadlineRecord {
  const pause = record.pauses.at(-1);
  if (!pause || pause.to !== null) throw new DomainError('conflict', 'calendar.error.notPaused');
  const pauses = [...record.pauses.slice(0, -1), { ...pause, to: on }];
  const due = dueAfterPause(calendar, record.due, pause.remaining, on);
  const plainDue = dueAfterPause(calendar, record.plainDue, pause.plainRemaining, on);
  const moved = { ...record, pauses, due, plainDue };
  return { ...moved, ...workingOut(calendar, moved) };
}

/**
 * Moves the due day by `days` working days; the day without the extension is kept beside it.
 * @param on the day of the decision, not after the due day.
 * @throws DomainError conflict when it was extended before, stands, or is overdue.
 */
export function extendDeadline(
  calendar: WorkingCalendar,
  record: DeadlineRecord,
  days: number,
  on: CivilDay,
): DeadlineRecord {
  if (record.extension) throw new DomainError('conflict', 'calendar.error.extendedAlready');
  if (isPaused(record)) throw new DomainError('conflict', 'calendar.error.pausedAlready');
  if (isOverdue(record, on)) throw new DomainError('conflict', 'calendar.error.overdue');
  return applyExtension(calendar, record, days, on);
}

/**
 * Tells the same story over a changed calendar: start, pauses and extension stay on their days, the due day in
 * force and the one without the extension follow; the day first promised stays as it was promised.
 */
export function recomputeDeadline(calendar: WorkingCalendar, record: DeadlineRecord): DeadlineRecord {
  const { extension } = record;
  const extendAfter = (told: DeadlineRecord, pauses: number): DeadlineRecord =>
    extension?.pausesBefore === pauses ? applyExtension(calendar, told, extension.days, extension.on) : told;
  let told = extendAfter(promise(calendar, record), 0);
  for (const [index, pause] of record.pauses.entries()) {
    told = pauseDeadline(calendar, told, pause.from);
    if (pause.to !== null) told = extendAfter(resumeDeadline(calendar, told, pause.to), index + 1);
  }
  return { ...told, originalDue: record.originalDue };
}

function applyExtension(
  calendar: WorkingCalendar,
  record: DeadlineRecord,
  days: number,
  on: CivilDay,
): DeadlineRecord {
  const to = calendar.addWorkingDays(record.due, days).due;
  const extension = { days, on, from: record.due, to, pausesBefore: record.pauses.length };
  const moved = { ...record, due: to, extension };
  return { ...moved, ...workingOut(calendar, moved) };
}

function dueAfterPause(
  calendar: WorkingCalendar,
  due: CivilDay,
  left: number | null,
  on: CivilDay,
): CivilDay {
  if (left === null) return due;
  return left === 0 ? calendar.workingDayFrom(on) : calendar.addWorkingDays(on, left).due;
}

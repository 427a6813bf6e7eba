import type { WorkingCalendar, SpecialDay } from '../../calendar/working-calendar.js';
import type { YearPlan } from '../../calendar/year-plan.js';
import { formatDay, weekdayOf } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { type Month, monthsOf } from './calendar-months.js';
import { YEARS, type CalendarForm } from './calendar.form.js';

/** A year as it stands, and the years beside it that were entered. */
export interface ShownYear {
  readonly year: number;
  readonly plan: YearPlan | null;
  readonly calendar: WorkingCalendar;
  readonly known: readonly number[];
  /** Whether this person may change it. */
  readonly mayChange: boolean;
}

/** Hands in the page that a form with faults is shown on. */
export interface TypedCalendar {
  readonly form: CalendarForm;
  readonly errors: FieldErrors;
}

export function calendarPage(shown: ShownYear, typed: TypedCalendar | null = null, status = 200): Page {
  const { year, plan, calendar, known, mayChange } = shown;
  const address = (nam: number): string | null =>
    nam < YEARS.min || nam > YEARS.max ? null : paths.calendar.to({ nam });
  const form = typed?.form ?? {
    ...{ year, lines: '', replace: false },
    ...{ confirmed: plan?.confirmed ?? true, note: plan?.note ?? '' },
  };
  return page(
    'administrator/calendar',
    {
      title: 'calendar.page.title',
      titleParams: { year: String(year) },
      year: String(year),
      years: [...new Set([...known, year])]
        .sort()
        .map((one) => ({ year: String(one), href: address(one), current: one === year })),
      previous: address(year - 1),
      next: address(year + 1),
      unknown: plan === null,
      unconfirmed: plan !== null && !plan.confirmed,
      note: plan?.note ?? '',
      weekdays: [1, 2, 3, 4, 5, 6, 0].map((day) => ({
        short: `calendar.page.weekdayShort.${day}`,
        long: `calendar.page.weekday.${day}`,
      })),
      months: monthsOf(year, plan, calendar).map(monthView),
      days: (plan?.days ?? []).map((day) => dayView(day, mayChange)),
      mayChange,
      form: formView(form, typed?.errors ?? {}),
      confirmed: plan?.confirmed ?? true,
    },
    status,
  );
}

const MARKS = { off: 'N', work: 'L', waiting: '?' } as const;

function monthView({ number, weeks }: Month): Readonly<Record<string, unknown>> {
  const cells = weeks.map((week) =>
    week.map((day) => {
      if (!day) return { kind: 'out' };
      const mark = day.kind === 'plain' || day.kind === 'weekend' ? null : MARKS[day.kind];
      return { ...day, mark, label: `calendar.page.kind.${day.kind}` };
    }),
  );
  return { label: `calendar.page.month.${number}`, weeks: cells };
}

/** A day of the plan in words, with the lines that would change it. */
function dayView(day: SpecialDay, mayChange: boolean): Readonly<Record<string, unknown>> {
  const steps = [
    {
      lines: `${day.day} ${day.applied ? 'chờ' : 'áp dụng'}`,
      label: day.applied ? 'calendar.page.hold' : 'calendar.page.apply',
    },
    { lines: `${day.day} bỏ`, label: 'calendar.page.remove' },
  ];
  return { ...dayWords(day), steps: mayChange ? steps : [] };
}

export function dayWords(day: SpecialDay): Readonly<Record<string, unknown>> {
  const { kind, name, confirmed, applied } = day;
  const state = applied ? (confirmed ? null : 'calendar.page.notConfirmed') : 'calendar.page.waits';
  return {
    date: formatDay(day.day),
    weekday: `calendar.page.weekday.${weekdayOf(day.day)}`,
    kind: `calendar.page.kind.${kind === 'OFF' ? 'off' : 'work'}`,
    name,
    state,
  };
}

import type { DayChange } from '../../calendar/plan-changes.js';
import type { YearPlan } from '../../calendar/year-plan.js';
import type { CalendarPreview } from '../../handling/change-calendar.service.js';
import { movedByAgency } from '../../handling/calendar-impact.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { page, type Page } from '../../platform/web/page.js';
import { dayWords } from './calendar.view.js';

/** A year before and after, and what that does. */
export interface PreviewedYears {
  readonly plans: readonly YearPlan[];
  readonly changes: readonly DayChange[];
  /** Years whose days stay while something else is said of them (confirmed, note). */
  readonly restated: readonly number[];
  readonly preview: CalendarPreview;
  /** Agencies' names by id. */
  readonly names: ReadonlyMap<number, { readonly name: string }>;
}

const AGENCIES = 15;
const EXAMPLES = 10;

/** @param refused why the confirmation was not taken, where it was not. */
export function calendarPreviewPage(shown: PreviewedYears, refused: Message | null = null): Page {
  const { plans, changes, restated, names } = shown;
  const { impact, mark } = shown.preview;
  const agencies = movedByAgency(impact);
  const [first] = plans;
  return page(
    'administrator/calendar-preview',
    {
      title: 'calendar.page.previewTitle',
      refused,
      year: first?.year,
      changes: changes.flatMap(({ before, after }) => {
        const either = after ?? before;
        if (!either) return [];
        return [{ ...dayWords(either), before: before && dayWords(before), after: after && dayWords(after) }];
      }),
      restated: restated.map(String),
      nothing: changes.length === 0 && restated.length === 0,
      open: impact.open,
      moved: impact.moved.length,
      explained: impact.explained.length,
      agencies: agencies
        .slice(0, AGENCIES)
        .map(({ agencyId, count }) => ({ name: names.get(agencyId)?.name ?? '—', count })),
      moreAgencies: Math.max(0, agencies.length - AGENCIES),
      examples: impact.moved.slice(0, EXAMPLES).map(({ code, dueBefore, dueAfter }) => ({
        ...{ code, before: formatDay(dueBefore), after: formatDay(dueAfter) },
      })),
      plans: JSON.stringify(plans),
      mark,
    },
    refused ? 409 : 200,
  );
}

import { Hidden, Line, Text, Tick, Whole } from '../../platform/web/form-fields.js';

export const YEARS = { min: 1990, max: 2199 } as const;

/** A decision on the days of one year. A file, where one comes, stands for all of it. */
export class CalendarForm {
  @Whole({ label: 'calendar.page.year', ...YEARS, required: true }) year: number;
  @Text({ label: 'calendar.page.lines', max: 20_000 }) lines: string;
  /** The lines are the whole year: what stood there before goes. */
  @Tick({ label: 'calendar.page.replace' }) replace: boolean;
  @Tick({ label: 'calendar.page.confirmed' }) confirmed: boolean;
  @Line({ label: 'calendar.page.note', max: 300 }) note: string;
}

/** What was shown, to be confirmed. */
export class CalendarConfirmForm {
  /** The years, as JSON. */
  @Hidden({ max: 120_000, required: true }) plans: string;
  @Hidden({ max: 64, required: true }) mark: string;
}

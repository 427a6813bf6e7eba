import type { CivilDay } from '../platform/kernel/civil-day.js';
import { Choice, DayField, Line, Whole } from '../platform/web/form-fields.js';
import { COLUMN_GROUPS } from './column-groups.js';
import { CUTS_OFFERED } from './report.js';
import { REPORTING_PERIODS } from './reporting-period.js';

/** What the figures pages are asked, as it stands in their addresses; everything is optional. */
export class FiguresForm {
  @DayField({ label: 'figures.form.from' }) from: CivilDay | null;
  @DayField({ label: 'figures.form.to' }) to: CivilDay | null;
  /** A reporting period with its year goes before the two days. */
  @Choice({ label: 'figures.form.period', values: REPORTING_PERIODS }) period: string;
  @Whole({ label: 'figures.form.year', min: 1901, max: 2200 }) year: number | null;
  @Line({ label: 'figures.form.asOf', max: 40 }) asOf: string;
  /** The agency's code; empty for the top of what may be seen. */
  @Line({ label: 'figures.form.agency', max: 40 }) agency: string;
  @Line({ label: 'figures.form.agency', max: 200 }) agencyQuestion: string;
  @Choice({ label: 'figures.form.rows', values: CUTS_OFFERED }) by: string;
  /** Which group of columns the rows are compared in. */
  @Choice({ label: 'figures.form.part', values: COLUMN_GROUPS.map(({ key }) => key) }) part: string;
  /** The button “Tìm” beside the agency. */
  @Line({ label: 'figures.form.agency', max: 20 }) find: string;
}

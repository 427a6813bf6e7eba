import { COLUMN_NUMBERS, type ColumnNumber } from '../../figures/column.js';
import { Choice, Line, Whole } from '../../platform/web/form-fields.js';

/** Which number's list is asked for, beside the question of its report. */
export class ListForm {
  @Choice({ label: 'figures.form.column', values: COLUMN_NUMBERS, required: true }) column: ColumnNumber;
  @Line({ label: 'figures.form.key', max: 60 }) row: string;
  @Whole({ label: 'figures.form.page', min: 1, max: 1_000_000 }) page: number | null;
}

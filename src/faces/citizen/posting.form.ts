import { Choice, Line } from '../../platform/web/form-fields.js';
import { PERIOD_LENGTHS, type PeriodLength } from './last-period.js';

/** Whose posting sheet is looked for. */
export class PostingForm {
  @Line({ label: 'posting.search', max: 200 })
  q: string;
}

/** Of which period the sheet tells the results; the last quarter where nothing is chosen. */
export class PostingPeriodForm {
  @Choice({ label: 'posting.period', values: PERIOD_LENGTHS })
  length: PeriodLength | '';
}

import { Hidden, Text, Whole } from '../../platform/web/form-fields.js';
import { LONGEST } from './action.form.js';

/** Nobody in particular: the mark is taken away. */
export const NOBODY = 0;

/** Whose conduct an item is about. */
export class ConcernForm {
  @Whole({ label: 'routing.concern.person', min: NOBODY, max: 2_000_000_000, required: true })
  person: number | null;

  @Text({ label: 'routing.concern.reason', max: LONGEST.words, required: true })
  reason: string;

  @Hidden({ max: 10 })
  expectedVersion: string;
}

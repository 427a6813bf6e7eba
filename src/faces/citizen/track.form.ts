import { Choice, Line, Secret, Text } from '../../platform/web/form-fields.js';
import { MAX_ADDED } from '../../tracking/step.form.js';

/** The steps with a text that must not be lost when the item had to be opened again. */
export const DRAFTED = ['supplement', 'reopen'] as const;
export type Drafted = (typeof DRAFTED)[number];

/** Code and PIN; and, where the item closed while the citizen was writing, what was written. */
export class TrackForm {
  @Line({ label: 'tracking.code', max: 60, required: true })
  code: string;

  @Secret({ label: 'tracking.pin', max: 20, required: true })
  pin: string;

  @Choice({ label: 'tracking.typed', values: DRAFTED })
  draftFor: Drafted | '';

  @Text({ label: 'tracking.typed', max: MAX_ADDED })
  draft: string;
}

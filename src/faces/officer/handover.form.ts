import { Hidden, Text, Whole } from '../../platform/web/form-fields.js';
import { LONGEST } from './action.form.js';

/** All open items of one person are given to another. */
export class HandoverForm {
  @Whole({ label: 'desk.handover.from', min: 1, max: 2_000_000_000 })
  from: number | null;

  @Whole({ label: 'desk.handover.to', min: 1, max: 2_000_000_000 })
  to: number | null;

  @Text({ label: 'desk.assign.reason', max: LONGEST.words })
  reason: string;

  @Hidden({ max: 12 })
  insist: string;
}

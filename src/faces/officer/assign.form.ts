import { Hidden, Text, Whole } from '../../platform/web/form-fields.js';
import { LONGEST } from './action.form.js';

/** Giving one item to somebody. */
export class AssignForm {
  @Whole({ label: 'desk.assign.assignee', min: 1, max: 2_000_000_000, required: true })
  assignee: number | null;

  @Text({ label: 'desk.assign.reason', max: LONGEST.words })
  reason: string;

  @Hidden({ max: 10 })
  expectedVersion: string;

  /** Somebody who is away, chosen again although a substitute was offered. */
  @Hidden({ max: 12 })
  insist: string;
}

import { DayField, Whole } from '../../platform/web/form-fields.js';

/** Days away, both included, and who does the work meanwhile. */
export class AbsenceForm {
  @DayField({ label: 'desk.absence.from', required: true })
  fromDay: string | null;

  @DayField({ label: 'desk.absence.to', required: true })
  toDay: string | null;

  @Whole({ label: 'desk.absence.substitute', min: 1, max: 2_000_000_000 })
  substitute: number | null;
}

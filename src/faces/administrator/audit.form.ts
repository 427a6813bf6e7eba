import { Choice, DayField, Hidden, Line } from '../../platform/web/form-fields.js';
import { AUDIT_ACTIONS, AUDIT_PURPOSES, AUDIT_SUBJECTS, ITEM_STEPS } from './audit-codes.js';

/** What of the trail is asked for; all of it from the address, so that a list can be kept as a bookmark. */
export class AuditForm {
  /** Words of a name or user name. */
  @Line({ label: 'audit.form.who', max: 100 }) who: string;
  @Choice({ label: 'audit.form.kind', values: AUDIT_SUBJECTS }) kind: string;
  @Choice({ label: 'audit.form.action', values: [...AUDIT_ACTIONS, ...ITEM_STEPS] }) action: string;
  /** An item's code, a user name, an agency's code. */
  @Line({ label: 'audit.form.subject', max: 120 }) subject: string;
  @Choice({ label: 'audit.form.purpose', values: AUDIT_PURPOSES }) purpose: string;
  @DayField({ label: 'audit.form.from' }) from: string | null;
  @DayField({ label: 'audit.form.to' }) to: string | null;
  /** Where the page before ended. */
  @Hidden({ max: 60 }) sau: string;
}

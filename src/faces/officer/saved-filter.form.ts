import { Hidden, Line } from '../../platform/web/form-fields.js';

/** A question that is kept under a name. */
export class SavedFilterForm {
  @Line({ label: 'desk.saved.name', max: 60, required: true })
  name: string;

  /** The query of the queue's address. */
  @Hidden({ max: 2_000 })
  query: string;
}

import { Hidden, Line, Whole } from '../../platform/web/form-fields.js';

/** The address of a list of procedures: words with a page, or a field with the code behind which the page begins. */
export class ProcedureForm {
  @Line({ label: 'published.procedures.search', max: 200 })
  q: string;

  @Whole({ label: 'published.field', min: 1, max: 2_000_000_000 })
  field: number | null;

  @Whole({ label: 'published.page', min: 1, max: 250 })
  page: number | null;

  @Hidden({ max: 8 })
  after: string;
}

import { Line } from '../../platform/web/form-fields.js';
import { PagingForm } from './keyset-page.js';

/** Words find the best matches; without them the list is in the order of the codes. */
export class ProceduresForm extends PagingForm {
  @Line({ label: 'api.parameter.q', max: 1_000 })
  q: string;

  /** The code of a field. */
  @Line({ label: 'api.parameter.field', max: 200 })
  field: string;
}

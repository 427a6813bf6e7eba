import { LONGEST_EXTERNAL_NUMBER } from '../../../intake/submit-for-partner.service.js';
import { Line } from '../../../platform/web/form-fields.js';
import { PagingForm } from '../keyset-page.js';

/** What `GET /partner/items` may be asked. */
export class PartnerItemsForm extends PagingForm {
  @Line({ label: 'partners.parameter.externalNumber', max: LONGEST_EXTERNAL_NUMBER })
  externalNumber: string;
}

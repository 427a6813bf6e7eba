import { ITEM_FORMATS, type ItemFormat } from '../../../intake/item-lines.js';
import { Choice, DayField } from '../../../platform/web/form-fields.js';

/** What `GET /partner/export` may be asked; days of receipt, both included. */
export class PartnerExportForm {
  @Choice({ label: 'partners.export.format', values: ITEM_FORMATS }) format: ItemFormat | '';
  @DayField({ label: 'partners.export.from' }) from: string | null;
  @DayField({ label: 'partners.export.to' }) to: string | null;
}

import { LOOK_PURPOSES, type LookPurpose } from '../../feedback/contact-policy.js';
import { ITEM_FORMATS, type ItemFormat } from '../../intake/item-lines.js';
import { Rule } from '../../platform/web/form-field.js';
import { Choice, DayField, Line, Tick } from '../../platform/web/form-fields.js';

export class ExportForm {
  @DayField({ label: 'partners.export.from' }) from: string | null;
  @DayField({ label: 'partners.export.to' })
  @Rule(({ from, to }: ExportForm) =>
    from !== null && to !== null && to < from ? { key: 'partners.export.spanFault' } : null,
  )
  to: string | null;
  @Choice({ label: 'partners.export.format', values: ITEM_FORMATS, required: true }) format: ItemFormat | '';
  /** With names, addresses and telephone numbers of the submitters. */
  @Tick({ label: 'partners.export.contact' }) contact: boolean;
  @Choice({ label: 'partners.export.purpose', values: LOOK_PURPOSES })
  @Rule(({ contact, purpose }: ExportForm) =>
    contact && purpose === '' ? { key: 'partners.export.purposeNeeded' } : null,
  )
  purpose: LookPurpose | '';
}

export class ImportForm {
  @Line({ label: 'partners.import.source', max: 40, required: true }) source: string;
}

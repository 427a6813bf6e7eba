import { Hidden, Line, Whole } from '../../platform/web/form-fields.js';

/** The list's address: words, agency (by code), field, page. */
export class PublishedForm {
  @Line({ label: 'published.search', max: 200 })
  q: string;

  @Line({ label: 'published.agency', max: 40 })
  agency: string;

  @Line({ label: 'published.agency', max: 200 })
  agencyQuestion: string;

  @Whole({ label: 'published.field', min: 1, max: 2_000_000_000 })
  field: number | null;

  @Whole({ label: 'published.page', min: 1, max: 100_000 })
  page: number | null;

  /** The name of the field whose “find” button was pressed. */
  @Hidden({ max: 40 })
  find: string;
}

import { Whole } from '../../platform/web/form-fields.js';
import { PUBLICATION_TERM_RANGE } from '../../publication/publication-term.js';

/** By when answers are made public. */
export class PublicationTermForm {
  @Whole({ label: 'publishing.term.label', ...PUBLICATION_TERM_RANGE, required: true })
  term: number;
}

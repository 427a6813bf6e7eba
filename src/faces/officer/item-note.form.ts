import { Hidden, Text } from '../../platform/web/form-fields.js';

export const LONGEST_NOTE = 5_000;

/** A note among officers. */
export class ItemNoteForm {
  @Text({ label: 'deskItem.note.body', max: LONGEST_NOTE, required: true })
  body: string;

  /** `save`: keep it as a draft; `drop`: forget the draft. */
  @Hidden({ max: 8 })
  keep: string;
}

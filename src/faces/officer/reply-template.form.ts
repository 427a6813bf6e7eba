import { outcomesOf } from '../../feedback/classification.js';
import { Choice, Hidden, Line, Text, Whole } from '../../platform/web/form-fields.js';
import { LONGEST } from './action.form.js';

/** The words of a reply template. */
export class ReplyTemplateForm {
  /** The agency whose template it becomes; a known template keeps its own. */
  @Whole({ label: 'templates.agency', min: 1, max: 2_000_000_000 })
  agencyId: number | null;

  @Line({ label: 'templates.name', max: 120, required: true })
  name: string;

  @Choice({ label: 'officer.field.outcome', values: outcomesOf('BOTH') })
  outcome: string;

  @Text({ label: 'templates.body', max: LONGEST.body, required: true })
  body: string;

  /** `look`: show it with an example's facts, save nothing; `retire`, `restore`: out of use, or back. */
  @Hidden({ max: 8 })
  act: string;
}

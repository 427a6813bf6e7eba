import { type Rating, RATINGS } from '../feedback/state.js';
import { Choice, Hidden, Text, Tick, Whole } from '../platform/web/form-fields.js';

/** Texts that a citizen adds later; as long as the first one may be. */
export const MAX_ADDED = 10_000;
export const MAX_WORDS = 1_000;
const VERSIONS = { min: 1, max: 1_000_000 };

/** Every step says which item it is for, because another tab may have opened another one, and what the citizen saw. */
class StepForm {
  @Hidden({ max: 24, required: true })
  code: string;

  @Whole({ label: 'tracking.title', ...VERSIONS, required: true })
  version: number;
}

export class SupplementForm extends StepForm {
  @Text({ label: 'tracking.supplement.content', max: MAX_ADDED, required: true })
  content: string;
}

export class ReopenForm extends StepForm {
  @Text({ label: 'tracking.reopen.content', max: MAX_ADDED, required: true })
  content: string;
}

export class RateForm extends StepForm {
  @Choice({ label: 'tracking.rate.rating', values: RATINGS, required: true })
  rating: Rating;

  @Text({ label: 'tracking.rate.words', max: MAX_WORDS })
  words: string;
}

export class WithdrawForm extends StepForm {
  @Tick({ label: 'tracking.withdraw.confirm', required: true })
  confirm: boolean;
}

export type AnyStepForm = SupplementForm | ReopenForm | RateForm | WithdrawForm;

import { CHANNELS, SUBJECTS, URGENCIES } from '../../feedback/classification.js';
import { TERM_RANGE } from '../../feedback/term-rule.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { Choice, DayField, Line, Whole } from '../../platform/web/form-fields.js';

/** Reports of one kind: what is left open means all of them. */
export class TermScopeForm {
  @Choice({ label: 'terms.subject', values: SUBJECTS }) subject: (typeof SUBJECTS)[number] | '';
  @Choice({ label: 'terms.urgency', values: URGENCIES }) urgency: (typeof URGENCIES)[number] | '';
  @Choice({ label: 'terms.channel', values: CHANNELS }) channel: (typeof CHANNELS)[number] | '';
  /** What was typed to find the agency. */
  @Line({ label: 'terms.agency', max: 200 }) question: string;
  /** The agency's code; '' for all agencies. */
  @Line({ label: 'terms.agency', max: 40 }) agency: string;
}

/** A new term. */
export class TermForm extends TermScopeForm {
  @Whole({ label: 'terms.term', ...TERM_RANGE, required: true }) term: number;
  @DayField({ label: 'terms.validFrom', required: true }) validFrom: CivilDay;
  @DayField({ label: 'terms.lastDay' }) lastDay: CivilDay | null;
  @Line({ label: 'terms.note', max: 300 }) note: string;
}

/** The end of a term. */
export class TermEndForm {
  @DayField({ label: 'terms.lastDay', required: true }) lastDay: CivilDay;
}

import {
  BAND_RANGE,
  BANDS,
  FEWEST_RANGE,
  type Goal,
  TARGET_RANGE,
  TARGETS,
} from '../../figures/figure-goal.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { parsePercent } from '../../platform/kernel/percent.js';
import { DayField, Line, Whole } from '../../platform/web/form-fields.js';
import type { FieldErrors } from '../../platform/web/read-form.js';

/** Shares are typed as `90` or `99,5`. */
export class GoalForm {
  /** What was typed to find the agency. */
  @Line({ label: 'authority.goal.agency', max: 200 }) question: string;
  /** The agency's code; '' for all agencies. */
  @Line({ label: 'authority.goal.agency', max: 40 }) agency: string;
  @Line({ label: 'authority.goal.handled', max: 10 }) handled: string;
  @Line({ label: 'authority.goal.onTime', max: 10 }) onTime: string;
  @Line({ label: 'authority.goal.satisfied', max: 10 }) satisfied: string;
  @Line({ label: 'authority.goal.excellent', max: 10, required: true }) excellent: string;
  @Line({ label: 'authority.goal.good', max: 10, required: true }) good: string;
  @Line({ label: 'authority.goal.fulfilled', max: 10, required: true }) fulfilled: string;
  @Whole({ label: 'authority.goal.fewest', ...FEWEST_RANGE, required: true }) fewest: number;
  @DayField({ label: 'authority.goal.validFrom', required: true }) validFrom: CivilDay;
  @DayField({ label: 'authority.goal.lastDay' }) lastDay: CivilDay | null;
  @Line({ label: 'authority.goal.note', max: 300 }) note: string;
}

export class GoalEndForm {
  @DayField({ label: 'authority.goal.lastDay', required: true }) lastDay: CivilDay;
}

/** @returns the shares as numbers, and what cannot be one beside its field. */
export function goalOf(form: GoalForm): { goal: Goal; errors: FieldErrors } {
  const errors: Record<string, FieldErrors[string]> = {};
  const share = (name: (typeof BANDS | typeof TARGETS)[number], { max }: { max: number }): number | null => {
    const text = form[name];
    const value = typeof text !== 'string' || text === '' ? null : parsePercent(text);
    if (text !== '' && (value === null || value > max))
      errors[name] = { key: 'authority.goal.noShare', params: { max: max / 100 } };
    return value;
  };
  const [handled = null, onTime = null, satisfied = null] = TARGETS.map((name) => share(name, TARGET_RANGE));
  const [excellent, good, fulfilled] = BANDS.map((name) => share(name, BAND_RANGE) ?? 0) as [
    number,
    number,
    number,
  ];
  return { goal: { handled, onTime, satisfied, excellent, good, fulfilled, fewest: form.fewest }, errors };
}

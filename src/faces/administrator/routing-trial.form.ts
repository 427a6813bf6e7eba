import { Tick, Whole } from '../../platform/web/form-fields.js';

export const MOST_TRIED = 2_000;

/** On how many of the newest items rules are tried. */
export class RoutingTrialForm {
  @Whole({ label: 'routing.trial.most', min: 1, max: MOST_TRIED }) n: number | null;
  /** With rules that are switched off. */
  @Tick({ label: 'routing.trial.withOff' }) off: boolean;
}

import { Line, Secret } from '../../platform/web/form-fields.js';

export class FirstRunForm {
  @Line({ label: 'administrator.firstRun.token', max: 100, required: true }) token: string;
  /** What was typed to find the authority. */
  @Line({ label: 'administrator.firstRun.agency', max: 200 }) question: string;
  /** The authority's code. */
  @Line({ label: 'administrator.firstRun.agency', max: 40, required: true }) agency: string;
  @Line({ label: 'administrator.firstRun.name', max: 200, required: true }) name: string;
  @Line({ label: 'administrator.firstRun.username', max: 40, required: true }) username: string;
  @Secret({ label: 'administrator.firstRun.password', max: 1_000, required: true }) password: string;
}

import { Hidden, Line, Secret } from '../../platform/web/form-fields.js';

/** The first code of a new app; `secret` is the sealed secret that the page carries. */
export class TwoStepForm {
  @Hidden({ max: 200, required: true }) secret: string;
  @Line({ label: 'twoStep.code.label', max: 40, required: true }) code: string;
}

/** Password and code once more, before the second step is changed. */
export class ConfirmTwoStepForm {
  @Secret({ label: 'accounts.own.current', max: 1_000, required: true }) current: string;
  @Line({ label: 'twoStep.code.label', max: 40, required: true }) code: string;
}

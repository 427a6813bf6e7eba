import { Line } from '../../platform/web/form-fields.js';

export class SignInCodeForm {
  @Line({ label: 'twoStep.code.label', max: 40, required: true }) code: string;
}

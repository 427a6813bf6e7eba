import { ROLES } from '../../accounts/role.js';
import { Choices } from '../../platform/web/form-fields.js';

export class SecondFactorForm {
  @Choices({ label: 'twoStep.rule.roles', values: ROLES }) demanded: string[];
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ResetSecondFactor } from '../../accounts/reset-second-factor.service.js';
import { isRole } from '../../accounts/role.js';
import { SECOND_FACTOR_ROLES } from '../../accounts/second-factor-choice.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { Staff, StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AdministeredStaff } from './administered-staff.js';
import { SecondFactorForm } from './second-factor.form.js';
import { secondFactorPage } from './second-factor.view.js';
import { memberRedirect, orTold } from './staff-member.view.js';

/** Which roles sign in in two steps, and help for who has lost the second. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly choices: Choices,
    private readonly unitOfWork: UnitOfWork,
    private readonly administered: AdministeredStaff,
    private readonly resets: ResetSecondFactor,
  ) {}

  @Get(paths.twoStepRule.route)
  @StaffOverAll('ADMIN')
  async show(): Promise<Page> {
    return secondFactorPage([...(await this.choices.get(SECOND_FACTOR_ROLES))], {});
  }

  @Post(paths.twoStepRule.route)
  @StaffOverAll('ADMIN')
  async decide(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SecondFactorForm, body);
    if (!ok) return secondFactorPage(value.demanded, errors);
    const demanded = value.demanded.filter(isRole);
    const details = { roles: demanded.join(' ') };
    await this.unitOfWork.run((tx) =>
      this.choices.set(tx, SECOND_FACTOR_ROLES, demanded, auditedStaff(admin), details),
    );
    return redirect(paths.twoStepRule.to(), { tone: 'success', key: 'twoStep.rule.saved' });
  }

  @Post(paths.staffTwoStepReset.route)
  @Staff('ADMIN')
  async reset(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const { id: staffId } = await this.administered.open(admin, id);
    try {
      await this.resets.reset(staffId, auditedStaff(admin));
      return memberRedirect(staffId, 'twoStep.member.done');
    } catch (error) {
      return orTold(staffId, error);
    }
  }
}

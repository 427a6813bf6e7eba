import { Body, Controller, Post, Req } from '@nestjs/common';
import { SecondFactors } from '../../accounts/second-factors.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { ConfirmTwoStepForm } from './two-step.form.js';
import { recoveryCodesPage, twoStepPage } from './two-step.view.js';

/** The second step switched off, or new codes on paper: both ask for password and code once more. */
@Controller()
@Staff()
export class TwoStepChangesController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly sessions: StaffSession,
  ) {}

  @Post(paths.twoStepOff.route)
  switchOff(
    @CurrentStaff() staff: SignedIn,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return this.confirmed(staff, body, async ({ current, code }) => {
      const { staffId } = staff;
      const stamp = await this.factors.switchOff(staffId, current, code);
      await this.sessions.begin(request, { staffId, stamp });
      return redirect(paths.account.to(), { tone: 'success', key: 'twoStep.off.done' });
    });
  }

  @Post(paths.twoStepCodes.route)
  renew(@CurrentStaff() staff: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    return this.confirmed(staff, body, async ({ current, code }) =>
      recoveryCodesPage(staff, await this.factors.renewCodes(staff.staffId, current, code), false),
    );
  }

  private async confirmed(
    { staffId }: SignedIn,
    body: unknown,
    change: (form: ConfirmTwoStepForm) => Promise<Page | Redirect>,
  ): Promise<Page | Redirect> {
    const again = async (errors: FieldErrors, status: number): Promise<Page> =>
      twoStepPage(await this.factors.stateOf(staffId), errors, status);
    const { value, errors, ok } = readForm(ConfirmTwoStepForm, body);
    if (!ok) return again(errors, 422);
    try {
      return await change(value);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return again(error.fields, 422);
      if (error.kind !== 'too-many') throw error;
      return again({ code: { key: error.key, params: error.params } }, 429);
    }
  }
}

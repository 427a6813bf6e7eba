import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { SecondFactorSetUp } from '../../accounts/second-factor-set-up.js';
import { SecondFactors } from '../../accounts/second-factors.service.js';
import { StaffQuery } from '../../accounts/staff.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOnDuty } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { TwoStepForm } from './two-step.form.js';
import { recoveryCodesPage, twoStepPage, twoStepSetUpPage } from './two-step.view.js';

/** An authenticator app for the own account; where a role demands it, nothing else is opened before this is done. */
@Controller()
@StaffOnDuty()
export class TwoStepController {
  constructor(
    private readonly setUp: SecondFactorSetUp,
    private readonly factors: SecondFactors,
    private readonly staff: StaffQuery,
    private readonly sessions: StaffSession,
  ) {}

  @Get(paths.twoStep.route)
  async show(@CurrentStaff() staff: SignedIn): Promise<Page | Redirect> {
    // The password comes first: it may still be in somebody else's hands.
    if (staff.duty === 'password') return redirect(paths.accountPassword.to());
    const state = await this.factors.stateOf(staff.staffId);
    return state.isOn ? twoStepPage(state) : this.offer(staff, this.setUp.offer(staff.staffId));
  }

  @Post(paths.twoStep.route)
  async switchOn(
    @CurrentStaff() staff: SignedIn,
    @Req() request: WebRequest,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    if (staff.duty === 'password') return redirect(paths.accountPassword.to());
    const { value, errors, ok } = readForm(TwoStepForm, body);
    if (!ok) return this.offer(staff, value.secret, errors);
    try {
      const { codes, sessionStamp: stamp } = await this.setUp.switchOn(
        staff.staffId,
        value.secret,
        value.code,
      );
      await this.sessions.begin(request, { staffId: staff.staffId, stamp });
      return recoveryCodesPage(staff, codes, true);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return this.offer(staff, value.secret, error.fields);
      if (error.kind !== 'conflict') throw error;
      return redirect(paths.twoStep.to(), { tone: 'info', key: error.key });
    }
  }

  /** The same secret after a slip of the code, so that the app need not be set up again. */
  private async offer(staff: SignedIn, sealed: string, errors: FieldErrors = {}): Promise<Page> {
    const { staffId } = staff;
    const secret = this.setUp.secretOf(staffId, sealed);
    if (secret === null) return this.offer(staff, this.setUp.offer(staffId), errors);
    const username = (await this.staff.byId(staffId))?.username ?? '';
    return twoStepSetUpPage(staff, { username, secret, sealed }, errors);
  }
}

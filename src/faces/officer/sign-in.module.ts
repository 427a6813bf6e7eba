import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CorrespondenceModule } from '../../correspondence/correspondence.module.js';
import { AcceptInvitationController } from './accept-invitation.controller.js';
import { AccountController } from './account.controller.js';
import { AccountPasswordController } from './account-password.controller.js';
import { SignInCodeController } from './sign-in-code.controller.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { SignInController } from './sign-in.controller.js';
import { TwoStepChangesController } from './two-step-changes.controller.js';
import { TwoStepController } from './two-step.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** In, out, the own account, and the link under mails that may be declined. */
@Module({
  imports: [AccountsModule, CorrespondenceModule],
  controllers: [
    ...[SignInController, SignInCodeController, AcceptInvitationController, UnsubscribeController],
    ...[AccountController, AccountPasswordController, TwoStepController, TwoStepChangesController],
  ],
  providers: [SignInDesk],
})
export class SignInModule {}

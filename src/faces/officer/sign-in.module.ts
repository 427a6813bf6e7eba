import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CorrespondenceModule } from '../../correspondence/correspondence.module.js';
import { AccountController } from './account.controller.js';
import { SignInController } from './sign-in.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** In, out, the own account, and the link under mails that may be declined. */
@Module({
  imports: [AccountsModule, CorrespondenceModule],
  controllers: [SignInController, AccountController, UnsubscribeController],
})
export class SignInModule {}

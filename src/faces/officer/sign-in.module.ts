import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { AccountController } from './account.controller.js';
import { SignInController } from './sign-in.controller.js';

/** In, out, and the own account. */
@Module({ imports: [AccountsModule], controllers: [SignInController, AccountController] })
export class SignInModule {}

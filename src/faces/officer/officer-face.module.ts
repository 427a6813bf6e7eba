import { Module } from '@nestjs/common';
import { DeskModule } from './desk.module.js';
import { SignInModule } from './sign-in.module.js';

/** Pages of staff: in and out, and the desk. */
@Module({ imports: [SignInModule, DeskModule] })
export class OfficerFaceModule {}

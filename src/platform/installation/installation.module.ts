import { Global, Module } from '@nestjs/common';
import { Choices } from './choices.service.js';

/** What an authority decides about its own installation, for every room. */
@Global()
@Module({ providers: [Choices], exports: [Choices] })
export class InstallationModule {}

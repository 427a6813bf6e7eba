import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { FirstRunGate } from '../platform/web/access.js';
import { Authenticator, PartnerAuthenticator } from '../platform/web/signed-in.js';
import { ChangePasswordService } from './change-password.service.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { KnownDevices } from './known-devices.js';
import { PartnerKeyAuthenticator } from './partner-key-authenticator.js';
import { PartnerKeys } from './partner-keys.service.js';
import { Partners } from './partners.service.js';
import { PasswordService } from './password.service.js';
import { RequestQuota } from './request-quota.js';
import { SignInService } from './sign-in.service.js';
import { StaffActors } from './staff-actors.query.js';
import { StaffAuthenticator } from './staff-authenticator.js';
import { Staff } from './staff.entity.js';
import { StaffMail } from './staff-mail.service.js';
import { StaffQuery } from './staff.query.js';
import { StaffService } from './staff.service.js';

const services = [
  StaffService,
  StaffQuery,
  StaffActors,
  StaffMail,
  SignInService,
  ChangePasswordService,
  FirstAdministrator,
  KnownDevices,
  PasswordService,
  Partners,
  PartnerKeys,
];

/** Staff, their roles and how they prove who they are; answers the two questions that `platform/web` asks. */
@Module({
  imports: [DirectoryModule, TypeOrmModule.forFeature([Staff])],
  providers: [
    ...services,
    { provide: Authenticator, useClass: StaffAuthenticator },
    RequestQuota,
    { provide: PartnerAuthenticator, useClass: PartnerKeyAuthenticator },
    { provide: FirstRunGate, useExisting: FirstAdministrator },
  ],
  exports: [...services, Authenticator, PartnerAuthenticator, FirstRunGate],
})
export class AccountsModule {}

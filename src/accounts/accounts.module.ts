import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { FirstRunGate } from '../platform/web/access.js';
import { Authenticator, PartnerAuthenticator } from '../platform/web/signed-in.js';
import { AcceptInvitation } from './accept-invitation.service.js';
import { ChangePasswordService } from './change-password.service.js';
import { ConfirmSelf } from './confirm-self.js';
import { Duties } from './duties.query.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { HalfSignedIn } from './half-signed-in.js';
import { Invitations } from './invitations.service.js';
import { InviteStaff } from './invite-staff.service.js';
import { KnownDevices } from './known-devices.js';
import { MoveStaff } from './move-staff.service.js';
import { NewPasswords } from './new-passwords.js';
import { OwnPassword } from './own-password.js';
import { PartnerKeyAuthenticator } from './partner-key-authenticator.js';
import { PartnerKeys } from './partner-keys.service.js';
import { Partners } from './partners.service.js';
import { PasswordService } from './password.service.js';
import { RecoveryCodes } from './recovery-codes.js';
import { RequestQuota } from './request-quota.js';
import { ResetSecondFactor } from './reset-second-factor.service.js';
import { SecondFactorCheck } from './second-factor-check.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';
import { SecondFactors } from './second-factors.service.js';
import { SecretBox } from './secret-box.js';
import { SessionStamps } from './session-stamps.js';
import { SignInByCode } from './sign-in-by-code.service.js';
import { SignInTrail } from './sign-in-trail.js';
import { SignInService } from './sign-in.service.js';
import { StaffActors } from './staff-actors.query.js';
import { StaffAuthenticator } from './staff-authenticator.js';
import { StaffMail } from './staff-mail.service.js';
import { StaffRows } from './staff-rows.js';
import { Staff } from './staff.entity.js';
import { StaffQuery } from './staff.query.js';
import { StaffService } from './staff.service.js';
import { TotpSecrets } from './totp-secrets.js';

const secondStep = [SecondFactors, SecondFactorSetUp, ResetSecondFactor, HalfSignedIn, SignInByCode];
const invitations = [Invitations, InviteStaff, AcceptInvitation];
/** What nobody outside this room asks. */
const inner = [
  ...[SecretBox, SessionStamps, StaffRows, NewPasswords, OwnPassword, Duties],
  ...[SignInTrail, TotpSecrets, RecoveryCodes, SecondFactorCheck, ConfirmSelf],
];
const services = [
  ...secondStep,
  ...invitations,
  MoveStaff,
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
    ...inner,
    ...services,
    { provide: Authenticator, useClass: StaffAuthenticator },
    RequestQuota,
    { provide: PartnerAuthenticator, useClass: PartnerKeyAuthenticator },
    { provide: FirstRunGate, useExisting: FirstAdministrator },
  ],
  exports: [...services, Authenticator, PartnerAuthenticator, FirstRunGate],
})
export class AccountsModule {}

import { Injectable } from '@nestjs/common';
import type { HalfSignIn } from '../../accounts/half-signed-in.js';
import { KnownDevices } from '../../accounts/known-devices.js';
import { Authenticator } from '../../platform/web/signed-in.js';
import { StaffSession } from '../../platform/web/staff-session.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { landingOf } from './landing.js';

/** Begins a session once everything that was asked has been right. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly devices: KnownDevices,
    private readonly sessions: StaffSession,
    private readonly authenticator: Authenticator,
  ) {}

  /** @returns where to go on: where the person wanted to go, else to their work. A duty is led to by the guard. */
  async begin(
    request: WebRequest,
    { staffId, sessionStamp: stamp, username, tiep }: HalfSignIn,
  ): Promise<string> {
    await this.sessions.begin(request, { staffId, stamp });
    if (request.res) this.devices.remember(request, request.res, username);
    const staff = await this.authenticator.authenticate(staffId, stamp);
    return tiep === '' ? landingOf(staff?.roles ?? []) : tiep;
  }

  async end(request: WebRequest): Promise<void> {
    await this.sessions.end(request);
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/kernel/errors.js';
import { Authenticator, type SignedIn } from '../platform/web/signed-in.js';
import type { HalfSignIn } from './half-signed-in.js';
import { SecondFactorCheck } from './second-factor-check.js';
import { SignInTrail } from './sign-in-trail.js';

/** The second step of signing in. */
@Injectable()
export class SignInByCode {
  constructor(
    private readonly check: SecondFactorCheck,
    private readonly authenticator: Authenticator,
    private readonly trail: SignInTrail,
  ) {}

  /**
   * @param half a right password of the last minutes; suspension or a new password since then make it void.
   * @throws DomainError `unauthenticated` where it is void; `invalid` with `code`; `too-many`.
   */
  async finish({ staffId, sessionStamp }: HalfSignIn, code: string): Promise<SignedIn> {
    const person = await this.authenticator.authenticate(staffId, sessionStamp);
    if (!person) throw new DomainError('unauthenticated', 'twoStep.again');
    await this.check.pass(staffId, code);
    await this.trail.codeRight(staffId);
    return person;
  }
}

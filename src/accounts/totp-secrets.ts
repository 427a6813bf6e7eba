import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/kernel/clock.js';
import { RandomSource } from '../platform/kernel/random.js';
import { SecretBox } from './secret-box.js';
import { freshTotpSecret, stepOfCode } from './totp.js';

/** Shared secrets of authenticator apps, which leave this class sealed: for the table, and for the form that sets one up. */
@Injectable()
export class TotpSecrets {
  constructor(
    private readonly box: SecretBox,
    private readonly random: RandomSource,
    private readonly clock: Clock,
  ) {}

  /** @returns a secret for this person alone, sealed; it is nobody's until its first code was right. */
  fresh(staffId: number): string {
    return this.box.seal('second-factor', String(staffId), freshTotpSecret(this.random));
  }

  /** @returns the secret, to be shown once; null for a box that is none of this person's. */
  open(staffId: number, sealed: string): string | null {
    return this.box.open('second-factor', String(staffId), sealed);
  }

  /** @returns the step whose code was typed, as `stepOfCode`. */
  stepOf(staffId: number, sealed: string, typed: string): number | null {
    const secret = this.open(staffId, sealed);
    return secret === null ? null : stepOfCode(secret, typed, this.clock.now());
  }
}

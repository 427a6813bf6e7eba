import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { DomainError } from '../platform/kernel/errors.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { PasswordService } from './password.service.js';
import { attemptKeys } from './sign-in-attempts.js';
import { SignInTrail } from './sign-in-trail.js';
import { Staff } from './staff.entity.js';
import { normaliseUsername } from './username.js';

/** What somebody sends to sign in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Network address of the browser. */
  readonly address: string;
  /** Nonce of a device where this person has signed in before (`knownDevice`), or null. */
  readonly device: string | null;
}

/** What the session remembers of a sign-in. */
export interface SignInResult {
  readonly staffId: number;
  readonly sessionStamp: string;
  /** The password was right, and a code has to follow before there is a session. */
  readonly needsCode: boolean;
}

/** Tells staff from everybody else by name and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly passwords: PasswordService,
    private readonly limiter: AttemptLimiter,
    private readonly trail: SignInTrail,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * An unknown name, a wrong password and a suspended account give one answer, at one cost.
   * @throws DomainError `unauthenticated`; `too-many` after many wrong ones, with `seconds` to wait; `unavailable` under a flood.
   */
  async signIn({ username, password, address, device }: Credentials): Promise<SignInResult> {
    const name = normaliseUsername(username);
    const attempts = attemptKeys(name, address, device);
    await this.takeTurn(name, attempts);
    const person = await this.withPassword(name);
    const isRight = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!isRight || !person?.active) {
      await this.trail.refused(person?.id ?? null);
      throw new DomainError('unauthenticated', 'accounts.signIn.refused');
    }
    const { id, sessionStamp } = person;
    const needsCode = await this.trail.passwordRight(id, () => this.limiter.succeeded(...attempts));
    return { staffId: id, sessionStamp, needsCode };
  }

  private async takeTurn(username: string, attempts: readonly string[]): Promise<void> {
    try {
      await this.limiter.check(...attempts);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'too-many') await this.trail.blocked(username);
      throw error;
    }
  }

  private withPassword(username: string): Promise<Staff | null> {
    return this.staff.findOne({
      select: { id: true, active: true, passwordHash: true, sessionStamp: true },
      // Who was invited has no password yet: the same answer at the same cost as for a name that is nobody's.
      where: { username, invited: false },
    });
  }
}

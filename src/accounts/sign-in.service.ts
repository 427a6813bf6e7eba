import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { DomainError } from '../platform/kernel/errors.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { PasswordService } from './password.service.js';
import { attemptKeys } from './sign-in-attempts.js';
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
  readonly passwordTemporary: boolean;
}

/** Tells staff from everybody else by name and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly passwords: PasswordService,
    private readonly limiter: AttemptLimiter,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * An unknown name, a wrong password and a suspended account give one answer, at one cost.
   * @throws DomainError `unauthenticated`; `too-many` after many wrong ones, with `seconds` to wait; `unavailable` under a flood.
   */
  async signIn({ username, password, address, device }: Credentials): Promise<SignInResult> {
    const name = normaliseUsername(username);
    const attempts = attemptKeys(name, address, device);
    await this.limiter.check(...attempts);
    const person = await this.withPassword(name);
    const isRight = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!isRight || !person?.active) throw new DomainError('unauthenticated', 'accounts.signIn.refused');
    await this.limiter.succeeded(...attempts);
    const { id, sessionStamp, passwordTemporary } = person;
    return { staffId: id, sessionStamp, passwordTemporary };
  }

  private withPassword(username: string): Promise<Staff | null> {
    return this.staff.findOne({
      select: { id: true, active: true, passwordHash: true, passwordTemporary: true, sessionStamp: true },
      where: { username },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { DomainError } from '../platform/kernel/errors.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { PasswordService } from './password.service.js';
import { Staff } from './staff.entity.js';

/** Asks for the password once more, since an open session may be somebody else's. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly passwords: PasswordService,
    private readonly limiter: AttemptLimiter,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * Counted like a sign-in.
   * @returns the person's user name.
   * @throws DomainError `invalid` with `current`; `too-many` after many wrong ones.
   */
  async check(staffId: number, current: string): Promise<string> {
    const { username, passwordHash } = await this.staff.findOneOrFail({
      select: { id: true, username: true, passwordHash: true },
      where: { id: staffId },
    });
    const attempts = `own-password:${staffId}`;
    await this.limiter.check(attempts);
    if (!(await this.passwords.matches(passwordHash, current))) {
      const wrong = { current: { key: 'accounts.password.currentWrong' } };
      throw new DomainError('invalid', 'accounts.invalid', {}, wrong);
    }
    await this.limiter.succeeded(attempts);
    return username;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { RandomSource } from '../platform/kernel/random.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { normalisePassword, passwordFault } from './password-rules.js';
import { PasswordService } from './password.service.js';
import { Staff } from './staff.entity.js';

/** New passwords, and the end of all sessions that goes with them. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: PasswordService,
    private readonly limiter: AttemptLimiter,
    private readonly random: RandomSource,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * The person's own change: asks for the old password, counted like a sign-in, since an open session may be somebody else's.
   * @returns the stamp for the session that goes on; all others end.
   * @throws DomainError `invalid` with `current` or `next`; `too-many` after many wrong ones.
   */
  async change(staffId: number, current: string, next: string): Promise<string> {
    const { username, passwordHash } = await this.withPassword(staffId);
    const attempts = `own-password:${staffId}`;
    await this.limiter.check(attempts);
    if (!(await this.passwords.matches(passwordHash, current))) {
      throw refusal('current', { key: 'accounts.password.currentWrong' });
    }
    await this.limiter.succeeded(attempts);
    if (normalisePassword(current) === normalisePassword(next)) {
      throw refusal('next', { key: 'accounts.password.unchanged' });
    }
    return this.store(staffId, username, next, { field: 'next', temporary: false });
  }

  /** Somebody else's decision: the owner signs in with it once and is asked to replace it. @throws DomainError `invalid` with `password`. */
  async reset(staffId: number, password: string): Promise<void> {
    const { username } = await this.staff.findOneByOrFail({ id: staffId });
    await this.store(staffId, username, password, { field: 'password', temporary: true });
  }

  /** Ends every session of the person, the one that asks included. */
  async signOutEverywhere(staffId: number): Promise<void> {
    const sessionStamp = this.random.token();
    await this.unitOfWork.run((tx) => tx.update(Staff, { id: staffId }, { sessionStamp }));
  }

  private async store(
    staffId: number,
    username: string,
    password: string,
    { field, temporary }: { field: string; temporary: boolean },
  ): Promise<string> {
    const fault = passwordFault(normalisePassword(password), username);
    if (fault) throw refusal(field, fault);
    const passwordHash = await this.passwords.hash(password);
    const sessionStamp = this.random.token();
    await this.unitOfWork.run((tx) =>
      tx.update(Staff, { id: staffId }, { passwordHash, sessionStamp, passwordTemporary: temporary }),
    );
    return sessionStamp;
  }

  private withPassword(staffId: number): Promise<Staff> {
    return this.staff.findOneOrFail({
      select: { id: true, username: true, passwordHash: true },
      where: { id: staffId },
    });
  }
}

function refusal(field: string, message: Message): DomainError {
  return new DomainError('invalid', 'accounts.invalid', {}, { [field]: message });
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { RandomSource } from '../platform/kernel/random.js';
import { FirstRunGate } from '../platform/web/access.js';
import { FirstRunToken } from './first-run-token.entity.js';
import { hasAdministrator } from './last-administrator.js';
import type { NewStaff } from './new-staff.js';
import { StaffService } from './staff.service.js';

/** The first person of an installation: whoever can read the console of the machine. */
@Injectable()
export class FirstAdministrator extends FirstRunGate {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffService,
    private readonly clock: Clock,
    private readonly random: RandomSource,
  ) {
    super();
  }

  /** @returns whether the installation still waits for its first administrator. */
  async isOpen(): Promise<boolean> {
    return !(await hasAdministrator(this.source.manager));
  }

  /**
   * Called once when the web has started, to be printed on the console and nowhere else.
   * @returns a fresh token, also valid at other processes on the same database; null once somebody administers.
   */
  async issueToken(): Promise<string | null> {
    if (!(await this.isOpen())) return null;
    const token = this.random.token();
    const createdAt = this.clock.now();
    await this.unitOfWork.run((tx) => tx.insert(FirstRunToken, { hash: hashed(token), createdAt }));
    return token;
  }

  /**
   * @param person administers the subtree of `agencyId`; the grant is given here.
   * @param alongside more to do in the same unit of work.
   * @throws DomainError `invalid` with `token` when it is wrong or used, or with the fields of `StaffService.add`.
   */
  async create(
    token: string,
    person: Omit<NewStaff, 'grants' | 'passwordTemporary'>,
    alongside: () => Promise<void>,
  ): Promise<number> {
    const grants = [{ role: 'ADMIN', agencyId: person.agencyId }] as const;
    const hash = hashed(token.trim());
    // A wrong token costs no hashing of a password: this page is open to everybody.
    if (!(await this.source.manager.existsBy(FirstRunToken, { hash }))) throw wrongToken();
    const by = { kind: 'operator' } as const;
    return this.staff.add({ ...person, grants, passwordTemporary: false }, by, async (tx) => {
      const known = await tx.existsBy(FirstRunToken, { hash });
      // Two people with two tokens: the second waits for these rows, finds none, and is refused.
      const { affected } = await tx.deleteAll(FirstRunToken);
      if (!known || !affected || (await hasAdministrator(tx))) throw wrongToken();
      await alongside();
    });
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function wrongToken(): DomainError {
  return new DomainError(
    'invalid',
    'accounts.firstRun.refused',
    {},
    { token: { key: 'accounts.firstRun.tokenWrong' } },
  );
}

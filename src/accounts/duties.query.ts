import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Choices } from '../platform/installation/choices.service.js';
import type { Duty } from '../platform/web/signed-in.js';
import type { Role } from './role.js';
import { SECOND_FACTOR_ROLES } from './second-factor-choice.js';
import { SecondFactor } from './second-factor.entity.js';
import type { Staff } from './staff.entity.js';

/** What a person has to do right after signing in, before anything else is opened to them. */
@Injectable()
export class Duties {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: Choices,
  ) {}

  /** @returns the first duty, or null. */
  async of(
    { id, passwordTemporary }: Pick<Staff, 'id' | 'passwordTemporary'>,
    roles: readonly Role[],
  ): Promise<Duty | null> {
    if (passwordTemporary) return 'password';
    const demanding = await this.choices.get(SECOND_FACTOR_ROLES);
    if (!roles.some((role) => demanding.includes(role))) return null;
    return (await this.hasSecondFactor(id)) ? null : 'secondFactor';
  }

  /** A replica may not have heard yet of an app that was set up just now. */
  private async hasSecondFactor(staffId: number): Promise<boolean> {
    if (await this.source.manager.existsBy(SecondFactor, { staffId })) return true;
    return this.unitOfWork.run((tx) => tx.existsBy(SecondFactor, { staffId }));
  }
}

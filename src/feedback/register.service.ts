import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '../platform/kernel/civil-day.js';
import { RegisterCounter } from './register-counter.entity.js';

/** The register of receipt (sổ tiếp nhận, Đ.9 NĐ 20/2008/NĐ-CP): numbers of an agency and year have no gaps. */
@Injectable()
export class RegisterService {
  /**
   * Takes the next number. The counter's row stays locked until the unit of work commits, and a rollback gives the
   * number back: that is what keeps the register without gaps.
   * @returns `00123/2026/TN-<agency code>`
   */
  async next(tx: EntityManager, agency: { id: number; code: string }, instant: number): Promise<string> {
    const key = { agencyId: agency.id, year: Number(dayOf(instant).slice(0, 4)) };
    await tx
      .createQueryBuilder()
      .insert()
      .into(RegisterCounter)
      .values({ ...key, last: 0 })
      .orIgnore()
      .execute();
    await tx.increment(RegisterCounter, key, 'last', 1);
    const { last } = await tx.findOneByOrFail(RegisterCounter, key);
    return `${String(last).padStart(5, '0')}/${key.year}/TN-${agency.code}`;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { HelpedCount } from './helped-count.entity.js';

/** Counts “this answer helped me”: a number for an answer, and nothing of who pressed. */
@Injectable()
export class Helped {
  constructor(
    @InjectRepository(HelpedCount) private readonly counts: Repository<HelpedCount>,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptLimiter,
  ) {}

  async times(publicationId: number): Promise<number> {
    return (await this.counts.findOneBy({ publicationId }))?.times ?? 0;
  }

  /**
   * @param visitorId the browser's random name; kept as a keyed hash for a day, to count it once.
   * @param address the network address, which may press some thirty times an hour.
   * @returns whether it was counted; false for a browser that has pressed already.
   * @throws DomainError too-many for an address that floods.
   */
  async press(publicationId: number, visitorId: string, address: string): Promise<boolean> {
    if (!(await this.isFirst(publicationId, visitorId))) return false;
    await this.attempts.check(`helped:${address}`);
    await this.unitOfWork.run(async (tx) => {
      const none = { publicationId, times: 0 };
      await tx.createQueryBuilder().insert().into(HelpedCount).values(none).orIgnore().execute();
      await tx.update(HelpedCount, { publicationId }, { times: () => 'times + 1' });
    });
    return true;
  }

  private async isFirst(publicationId: number, visitorId: string): Promise<boolean> {
    try {
      await this.attempts.check(`helpedOnce:${visitorId}:${publicationId}`);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'too-many') return false;
      throw error;
    }
  }
}

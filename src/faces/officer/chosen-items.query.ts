import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import { OPEN } from '../../feedback/state.js';

/** Several items at once, as far as the person may see them. */
@Injectable()
export class ChosenItems {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @returns those of the items that the person may see, by id. */
  async byId(ids: readonly number[], actor: StaffActor): Promise<ReadonlyMap<number, Feedback>> {
    if (ids.length === 0) return new Map();
    const found = await this.visible(actor).andWhere('item.id IN (:...ids)', { ids }).getMany();
    return new Map(found.map((item) => [item.id, item]));
  }

  /** @returns the open items that somebody has and the person may see, the most urgent first. */
  heldBy(staffId: number, actor: StaffActor, limit: number): Promise<Feedback[]> {
    return this.visible(actor)
      .andWhere('item.assigneeId = :staffId', { staffId })
      .andWhere('item.state IN (:...open)', { open: OPEN })
      .orderBy('item.dueDay', 'ASC')
      .addOrderBy('item.id', 'ASC')
      .limit(limit)
      .getMany();
  }

  private visible(actor: StaffActor): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoinAndSelect('item.handlingAgency', 'handlingAgency')
      .innerJoinAndSelect('item.intakeAgency', 'intakeAgency');
    whereVisible(query, 'item', actor);
    return query;
  }
}

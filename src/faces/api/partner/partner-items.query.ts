import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Feedback } from '../../../feedback/feedback.entity.js';
import { whereVisible } from '../../../feedback/policy.js';

/** What a partner narrows its list by. */
export interface PartnerQuestion {
  /** '' for all. */
  readonly externalNumber: string;
  /** Items behind this one alone; 0 for the beginning. */
  readonly behind: number;
}

/** The items that a partner has brought. */
@Injectable()
export class PartnerItems {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @returns at most `limit` items in the order in which they came. */
  list(partnerId: number, { externalNumber, behind }: PartnerQuestion, limit: number): Promise<Feedback[]> {
    const query = this.items.createQueryBuilder('item').where('item.id > :behind', { behind });
    whereVisible(query, 'item', { kind: 'partner', partnerId });
    if (externalNumber !== '') query.andWhere('item.externalNumber = :externalNumber', { externalNumber });
    return query.orderBy('item.id', 'ASC').limit(limit).getMany();
  }

  /** @returns the code of the item with this number; null for a number that this partner never sent. */
  async codeOf(partnerId: number, externalNumber: string): Promise<string | null> {
    const [item] = await this.list(partnerId, { externalNumber, behind: 0 }, 1);
    return item?.code ?? null;
  }
}

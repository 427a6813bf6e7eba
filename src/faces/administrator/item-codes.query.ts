import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Feedback } from '../../feedback/feedback.entity.js';

/** Codes of items, which name a row without telling what the item is about. */
@Injectable()
export class ItemCodes {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @param ids may hold NaN, for rows that are about no item. */
  async of(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const known = [...new Set(ids)].filter((id) => Number.isInteger(id));
    const found = await this.items.find({ select: { id: true, code: true }, where: { id: In(known) } });
    return new Map(found.map(({ id, code }) => [id, code]));
  }
}

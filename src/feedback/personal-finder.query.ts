import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Feedback } from './feedback.entity.js';
import { whereNotConcerned } from './policy.js';

/** More than anybody sends; where there are more, the rest is found once these are done. */
export const MOST_FOUND = 200;

const COLUMNS = ['id', 'code', 'state', 'reopenAsked', 'submittedAt', 'erasedAt'] as const;

/** Items of the person who is reached at exactly this number or mailbox; codes and states, no content. */
@Injectable()
export class PersonalFinder {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /**
   * @param contact in the spelling in which it is stored: a number as forms read it, a mailbox in small letters.
   * @param staffId who asks: what is about the own conduct is not among what they find.
   */
  of(contact: { readonly phone: string; readonly email: string }, staffId: number): Promise<Feedback[]> {
    const { phone, email } = contact;
    const given = [
      ...(phone === '' ? [] : ['submitter.phone = :phone']),
      ...(email === '' ? [] : ['submitter.email = :email']),
    ];
    if (given.length === 0) return Promise.resolve([]);
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.submitter', 'submitter')
      .select(COLUMNS.map((column) => `item.${column}`))
      .where(given.join(' AND '), { phone, email: email.toLowerCase() })
      .orderBy('item.id', 'ASC')
      .take(MOST_FOUND);
    whereNotConcerned(query, 'item', staffId);
    return query.getMany();
  }
}

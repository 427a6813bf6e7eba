import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import { ANSWERED } from '../feedback/state.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { PublicationDays } from './publication-days.service.js';
import { isOwed } from './publication-owed.js';
import { publicationDueDay } from './publication-term.js';
import { Publication } from './publication.entity.js';

/** By when an item was, or is, to be public, and how that went. */
export interface PublicationStanding {
  /** Null where nothing is owed any more: withheld, or taken back for good. */
  readonly dueDay: CivilDay | null;
  /** Published after that day; or not published, and the day has passed. */
  readonly late: boolean;
  /** What was ever proposed for it, read at the desk: with what the proposer has confirmed. */
  readonly publication: Publication | null;
}

/** Where answered items stand on their way to the public. */
@Injectable()
export class OwedPublications {
  constructor(
    @InjectRepository(Publication) private readonly publications: Repository<Publication>,
    private readonly days: PublicationDays,
    private readonly clock: Clock,
  ) {}

  /** @returns by id; items without an answer have no entry. */
  async of(items: readonly Feedback[]): Promise<ReadonlyMap<number, PublicationStanding>> {
    const answered = items.filter(({ state }) => ANSWERED.includes(state));
    if (answered.length === 0) return new Map();
    const found = await this.publications
      .createQueryBuilder('publication')
      .addSelect(['publication.cleared', 'publication.clearedReason'])
      .where({ feedbackId: In(answered.map(({ id }) => id)) })
      .getMany();
    const counted = await this.days.clock();
    const today = dayOf(this.clock.now());
    const standing = (item: Feedback): PublicationStanding => {
      const publication = found.find(({ feedbackId }) => feedbackId === item.id) ?? null;
      const settled = publication?.dueDay ?? null;
      const isAsked = item.publication === 'PUBLISHED' || isOwed(item, publication);
      if (!isAsked || item.answeredAt === null) return { dueDay: null, late: false, publication };
      if (settled !== null)
        return { dueDay: settled, late: publication?.publishedLate === true, publication };
      const dueDay = publicationDueDay(counted, item.answeredAt);
      const publishedAt = publication?.publishedAt ?? null;
      return { dueDay, late: dueDay < (publishedAt === null ? today : dayOf(publishedAt)), publication };
    };
    return new Map(answered.map((item) => [item.id, standing(item)]));
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Between, type Repository } from 'typeorm';
import type { Message } from '../platform/kernel/errors.js';
import { Publication } from './publication.entity.js';
import { PublishedEntry } from './published-entry.entity.js';
import { noticeOf } from './unpublish-kind.js';

/** What is known of public numbers, those that are public no more among them. */
@Injectable()
export class PublishedState {
  constructor(
    @InjectRepository(Publication) private readonly publications: Repository<Publication>,
    @InjectRepository(PublishedEntry) private readonly entries: Repository<PublishedEntry>,
  ) {}

  /** @returns what everybody is told where something was public once; null for a number that never was, or is. */
  async notice(number: number): Promise<Message | null> {
    const found = await this.publications
      .createQueryBuilder('publication')
      .select(['publication.id', 'publication.unpublishKind', 'publication.unpublishedAt'])
      .where('publication.id = :number AND publication.unpublishedAt IS NOT NULL', { number })
      .getOne();
    return found && noticeOf(found);
  }

  /** @returns the public number of the item; null while it is not public. */
  async numberOf(feedbackId: number): Promise<number | null> {
    const found = await this.publications.findOneBy({ feedbackId });
    const isShown = found !== null && (await this.entries.existsBy({ publicationId: found.id }));
    return isShown ? found.id : null;
  }

  /** @returns the instant of the last change of what is public (epoch ms); 0 where nothing ever was. */
  async changedAt(): Promise<number> {
    const [last, taken] = await Promise.all([
      this.entries.maximum('publishedAt'),
      this.publications
        .createQueryBuilder()
        .select('MAX("unpublishedAt")', 'at')
        .getRawOne<{ at: unknown }>(),
    ]);
    return Math.max(last ?? 0, Number(taken?.at ?? 0));
  }

  /** @returns the highest public number that is shown; 0 for none. */
  async highest(): Promise<number> {
    return (await this.entries.maximum('publicationId')) ?? 0;
  }

  /** @returns what is public among the numbers of [first, last], ascending; never more than the two are apart. */
  numbers(first: number, last: number): Promise<Pick<PublishedEntry, 'publicationId' | 'publishedAt'>[]> {
    return this.entries.find({
      select: { publicationId: true, publishedAt: true },
      where: { publicationId: Between(first, last) },
      order: { publicationId: 'ASC' },
    });
  }
}

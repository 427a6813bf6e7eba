import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { whereFolded } from '../platform/database/search.js';
import { Publication } from './publication.entity.js';

/** What is asked of the published items; absent members do not narrow. */
export interface PublishedQuestion {
  readonly words?: string;
  /** Place of an agency in the tree: it and everything below it. */
  readonly below?: string | null;
  readonly fieldId?: number | null;
}

export interface PublishedField {
  readonly id: number;
  readonly name: string;
  readonly count: number;
}

/** Reads what everybody may read. Nothing here touches the submitter, and the item's own words are never selected. */
@Injectable()
export class PublishedQuery {
  constructor(@InjectRepository(Publication) private readonly publications: Repository<Publication>) {}

  count(question: PublishedQuestion): Promise<number> {
    return this.matching(question).getCount();
  }

  /** Newest first. */
  page(question: PublishedQuestion, offset: number, limit: number): Promise<Publication[]> {
    return this.matching(question)
      .orderBy('publication.publishedAt', 'DESC')
      .addOrderBy('publication.id', 'DESC')
      .offset(offset)
      .limit(limit)
      .getMany();
  }

  /** @returns null for a number that is none, or that is not published (any more). */
  one(id: number): Promise<Publication | null> {
    return this.shown().andWhere('publication.id = :id', { id }).getOne();
  }

  /** The fields in which something is published, for the filter. */
  async fields(): Promise<PublishedField[]> {
    const rows = await this.publications
      .createQueryBuilder('publication')
      .innerJoin('publication.feedback', 'item')
      .innerJoin('item.field', 'field')
      .where("item.publication = 'PUBLISHED'")
      .select(['field.id AS id', 'field.name AS name', 'COUNT(*) AS total'])
      .groupBy('field.id')
      .addGroupBy('field.name')
      .getRawMany<{ id: number; name: string; total: string | number }>();
    const byName = new Intl.Collator('vi');
    return rows
      .map(({ id, name, total }) => ({ id, name, count: Number(total) }))
      .sort((a, b) => byName.compare(a.name, b.name));
  }

  private matching({ words, below, fieldId }: PublishedQuestion): SelectQueryBuilder<Publication> {
    const query = this.shown();
    if (words) whereFolded(query, 'publication.folded', words);
    if (below) query.andWhere('agency.path LIKE :below', { below: `${below}%` });
    if (fieldId) query.andWhere('item.fieldId = :fieldId', { fieldId });
    return query;
  }

  private shown(): SelectQueryBuilder<Publication> {
    return this.publications
      .createQueryBuilder('publication')
      .innerJoin('publication.feedback', 'item')
      .innerJoin('item.handlingAgency', 'agency')
      .innerJoin('publication.answer', 'answer')
      .leftJoin('item.field', 'field')
      .leftJoin('item.procedure', 'procedure')
      .select(['publication', 'answer.id', 'answer.outcome'])
      .addSelect(['item.id', 'item.subject', 'item.kind', 'item.submittedAt', 'item.answeredAt'])
      .addSelect(['agency.id', 'agency.name', 'agency.shortName', 'field.id', 'field.name'])
      .addSelect(['procedure.id', 'procedure.code', 'procedure.name'])
      .where("item.publication = 'PUBLISHED'");
  }
}

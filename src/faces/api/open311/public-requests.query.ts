import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, Repository, type SelectQueryBuilder } from 'typeorm';
import { Translator } from '../../../platform/i18n/translator.js';
import { Publication } from '../../../publication/publication.entity.js';
import { described, type RequestRow } from './request-document.js';
import { MOST_ROWS, type RequestQuestion } from './request-question.js';
import { NO_FIELD, ServiceList } from './service-list.query.js';

/** Public numbers are small; what is none must not reach the engine as a number. */
const NUMBER = /^[1-9]\d{0,8}$/;

/** The requests that everybody may see: published answers, under their public numbers and in their redacted words. */
@Injectable()
export class PublicRequests {
  constructor(
    private readonly translator: Translator,
    private readonly services: ServiceList,
    @InjectRepository(Publication) private readonly publications: Repository<Publication>,
  ) {}

  /** Newest first, at most 1.000. */
  async list(question: RequestQuestion): Promise<RequestRow[]> {
    if (question.ids === null && question.statuses?.includes('closed') === false) return [];
    const query = this.shown();
    if (question.ids) byIds(query, question.ids);
    else bySpan(query, question);
    const rows = await query
      .orderBy('item.submittedAt', 'DESC')
      .addOrderBy('publication.id', 'DESC')
      .limit(MOST_ROWS)
      .getMany();
    return rows.map((row) => this.row(row));
  }

  private row({ id, title, content, reply, feedback, publishedAt }: Publication): RequestRow {
    const label = this.translator.t(`lifecycle.state.${feedback.state}`);
    return {
      id: String(id),
      state: feedback.state,
      notes: `${label}\n\n${reply}`,
      service: this.services.of(feedback.field),
      description: described({ title, content }),
      place: '',
      agency: feedback.handlingAgency.name,
      requestedAt: feedback.submittedAt,
      updatedAt: publishedAt ?? feedback.submittedAt,
      dueDay: feedback.dueDay,
    };
  }

  private shown(): SelectQueryBuilder<Publication> {
    return this.publications
      .createQueryBuilder('publication')
      .innerJoin('publication.feedback', 'item')
      .innerJoin('item.handlingAgency', 'agency')
      .leftJoin('item.field', 'field')
      .select(['publication.id', 'publication.title', 'publication.content', 'publication.reply'])
      .addSelect(['publication.publishedAt', 'item.id', 'item.state', 'item.submittedAt', 'item.dueDay'])
      .addSelect(['agency.id', 'agency.name', 'field.id', 'field.code', 'field.name'])
      .where("item.publication = 'PUBLISHED'");
  }
}

function byIds(query: SelectQueryBuilder<Publication>, ids: readonly string[]): void {
  const numbers = ids.filter((id) => NUMBER.test(id)).map(Number);
  query.andWhere(numbers.length > 0 ? 'publication.id IN (:...numbers)' : '1 = 0', { numbers });
}

function bySpan(query: SelectQueryBuilder<Publication>, { from, to, serviceCodes }: RequestQuestion): void {
  query.andWhere('item.submittedAt BETWEEN :from AND :to', { from, to });
  if (serviceCodes) query.andWhere(ofServices(serviceCodes));
}

/** @returns the condition that `field` is of one of the services. */
export function ofServices(codes: readonly string[]): Brackets {
  return new Brackets((either) => {
    either.where('field.code IN (:...codes)', { codes });
    if (codes.includes(NO_FIELD)) either.orWhere('field.id IS NULL');
  });
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Procedure } from '../directory/procedure.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { whereNotConcerned } from '../feedback/policy.js';
import { Reply } from '../feedback/reply.entity.js';
import { type CivilDay, endOfDay, startOfDay } from '../platform/kernel/civil-day.js';
import { type Criticised, type CriticisedCount, criticisedRows } from './criticised-rows.js';
import { PublishedEntry } from './published-entry.entity.js';

export const CRITICISED_BY = ['procedure', 'field'] as const;
export type CriticisedBy = (typeof CRITICISED_BY)[number];

/** Everybody counts what is public; staff count what lies below these places, never what is about themselves. */
export type CriticisedScope = 'public' | { readonly staffId: number; readonly below: readonly string[] };

export interface CriticisedQuestion {
  /** Days of sending, both included. */
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly by: CriticisedBy;
}

/** A slice is read at once: a month of a country does not hold up other requests. */
const SLICE = 31 * 86_400_000;
/** Not taken in, no feedback by law, or taken back: nobody's criticism of a regulation any more. */
const LEFT_OUT = ['REFUSED', 'REDIRECTED', 'WITHDRAWN'];

/**
 * Which regulations are criticised most, for the yearly review of procedures: what was sent in the period about a
 * regulation (alone, or beside an act), by procedure or field, with what came of it.
 */
@Injectable()
export class CriticisedQuery {
  constructor(
    @InjectRepository(PublishedEntry) private readonly entries: Repository<PublishedEntry>,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /** @returns the most criticised first; what names no procedure, or no field, is one row of its own. */
  async rows(question: CriticisedQuestion, scope: CriticisedScope): Promise<Criticised[]> {
    const counts: CriticisedCount[] = [];
    const source = scope === 'public' ? this.entries : this.items;
    const [first, last] = [await source.minimum('submittedAt'), await source.maximum('submittedAt')];
    const end = Math.min(endOfDay(question.to), (last ?? 0) + 1);
    for (let at = Math.max(startOfDay(question.from), first ?? 0); at < end; at += SLICE) {
      const until = Math.min(at + SLICE, end);
      counts.push(...(await this.slice(question.by, scope, at, until)));
    }
    return criticisedRows(counts, await this.names(question.by, counts));
  }

  private async slice(
    by: CriticisedBy,
    scope: CriticisedScope,
    from: number,
    until: number,
  ): Promise<CriticisedCount[]> {
    const query = scope === 'public' ? this.public() : this.inside(scope.staffId, scope.below);
    const rows = await query
      .select([`one.${by}Id AS id`, 'one.subject AS subject', 'COUNT(*) AS total'])
      .addSelect(scope === 'public' ? 'one.outcome' : 'reply.outcome', 'outcome')
      .andWhere('one.submittedAt >= :from AND one.submittedAt < :until', { from, until })
      .andWhere(`one.subject IN ('ADMIN_REGULATION', 'BOTH')`)
      .groupBy(`one.${by}Id`)
      .addGroupBy('one.subject')
      .addGroupBy('outcome')
      .getRawMany<Omit<CriticisedCount, 'count'> & { total: string | number }>();
    return rows.map(({ id, subject, outcome, total }) => ({ id, subject, outcome, count: Number(total) }));
  }

  private public(): SelectQueryBuilder<PublishedEntry> {
    return this.entries.createQueryBuilder('one').where('1 = 1');
  }

  /** The outcome counts from the answer on; a draft is nobody's result. */
  private inside(staffId: number, below: readonly string[]): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('one')
      .innerJoin('one.handlingAgency', 'agency')
      .leftJoin(Reply, 'reply', 'reply.id = one.replyId AND one.answeredAt IS NOT NULL')
      .where('one.state NOT IN (:...leftOut)', { leftOut: LEFT_OUT })
      .andWhere(
        new Brackets((either) => {
          either.where('1 = 0');
          for (const [i, path] of below.entries())
            either.orWhere(`agency.path LIKE :below${i}`, { [`below${i}`]: `${path}%` });
        }),
      );
    whereNotConcerned(query, 'one', staffId);
    return query;
  }

  private async names(
    by: CriticisedBy,
    counts: readonly CriticisedCount[],
  ): Promise<ReadonlyMap<number, { code: string; name: string }>> {
    const id = In([...new Set(counts.flatMap((count) => count.id ?? []))]);
    const select = { id: true, code: true, name: true } as const;
    const rows =
      by === 'procedure'
        ? await this.procedures.find({ select, where: { id } })
        : await this.fields.find({ select, where: { id } });
    return new Map(rows.map((row) => [row.id, { code: by === 'procedure' ? row.code : '', name: row.name }]));
  }
}

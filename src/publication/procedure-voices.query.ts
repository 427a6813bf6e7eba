import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type Kind, KINDS, type Subject, SUBJECTS } from '../feedback/classification.js';
import { PublishedEntry } from './published-entry.entity.js';

/** What is said of a procedure in the answers that are public: how many, about what, of which kind (Đ.3, Đ.5 NĐ 20/2008/NĐ-CP). */
export interface ProcedureVoices {
  readonly total: number;
  readonly subjects: readonly { readonly subject: Subject; readonly count: number }[];
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
}

/** Counts published items alone, so that no count tells of a hidden one. */
@Injectable()
export class ProcedureVoicesQuery {
  constructor(@InjectRepository(PublishedEntry) private readonly entries: Repository<PublishedEntry>) {}

  /** Answered from an index. */
  async of(procedureId: number): Promise<ProcedureVoices> {
    const rows = await this.entries
      .createQueryBuilder('entry')
      .select(['entry.subject AS subject', 'entry.kind AS kind', 'COUNT(*) AS count'])
      .where('entry.procedureId = :procedureId', { procedureId })
      .groupBy('entry.subject')
      .addGroupBy('entry.kind')
      .getRawMany<{ subject: Subject; kind: Kind; count: string | number }>();
    const sum = (fits: (row: { subject: Subject; kind: Kind }) => boolean): number =>
      rows.filter(fits).reduce((total, { count }) => total + Number(count), 0);
    return {
      total: sum(() => true),
      subjects: SUBJECTS.map((subject) => ({ subject, count: sum((row) => row.subject === subject) })),
      kinds: KINDS.map((kind) => ({ kind, count: sum((row) => row.kind === kind) })),
    };
  }
}

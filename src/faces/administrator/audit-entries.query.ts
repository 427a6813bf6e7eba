import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { ITEM_STEP } from './audit-codes.js';
import { behindPlace, staffWithin } from './audit-conditions.js';
import type { AuditDeed, AuditPlace, AuditQuestion } from './audit-question.js';

/** The trail's part of the list. */
@Injectable()
export class AuditEntries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns at most `limit` deeds behind the place, newest first. */
  async behind(question: AuditQuestion, place: AuditPlace | null, limit: number): Promise<AuditDeed[]> {
    if (question.action.startsWith(ITEM_STEP)) return [];
    const query = this.source.manager
      .createQueryBuilder(AuditEntry, 'entry')
      .where('1 = 1')
      .orderBy('entry.at', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(limit);
    whereAsked(query, question);
    whereReached(query, question);
    behindPlace(query, 'entry.at', 'trail', place);
    const entries = await query.getMany();
    return entries.map((entry) => Object.assign({}, entry, { source: 'trail' as const }));
  }
}

function whereAsked(query: SelectQueryBuilder<AuditEntry>, asked: AuditQuestion): void {
  const { kind, action, purpose, from, until, actorIds, subject } = asked;
  if (kind !== '') query.andWhere('entry.subjectKind = :kind', { kind });
  if (action !== '') query.andWhere('entry.action = :action', { action });
  if (purpose !== '') query.andWhere('entry.purpose = :purpose', { purpose });
  if (from !== null) query.andWhere('entry.at >= :from', { from });
  if (until !== null) query.andWhere('entry.at < :until', { until });
  if (actorIds) {
    query.andWhere(`entry.actorKind = 'staff' AND entry.actorId IN (:...actorIds)`, { actorIds });
  }
  if (!subject) return;
  const { texts, staffId } = subject;
  query.andWhere(
    new Brackets((either) => {
      either.where(`(entry.subjectKind <> 'staff' AND entry.subject IN (:...texts))`, { texts });
      const isStaff = `(entry.subjectKind = 'staff' AND entry.subject = :staffSubject)`;
      if (staffId !== null) either.orWhere(isStaff, { staffSubject: String(staffId) });
    }),
  );
}

/** By or about the people of the subtree; what is about the own conduct is nobody's to read, its code included. */
function whereReached(
  query: SelectQueryBuilder<AuditEntry>,
  { within, viewerId }: Pick<AuditQuestion, 'within' | 'viewerId'>,
): void {
  const concerned = `f."concernsStaffId" = :viewerId OR EXISTS
    (SELECT 1 FROM feedback m WHERE m.id = f."mergedIntoId" AND m."concernsStaffId" = :viewerId)`;
  const own = `SELECT 1 FROM feedback f WHERE f.code = entry.subject AND (${concerned})`;
  query.andWhere(`(entry.subjectKind <> 'feedback' OR NOT EXISTS (${own}))`, { viewerId });
  if (within === null) return;
  const { sql, values } = staffWithin(within);
  query.andWhere(
    new Brackets((either) => {
      either
        .where(`(entry.actorKind = 'staff' AND entry.actorId IN (SELECT s.id ${sql}))`, values)
        .orWhere(`(entry.subjectKind = 'staff' AND entry.subject IN (SELECT CAST(s.id AS varchar) ${sql}))`);
    }),
  );
}

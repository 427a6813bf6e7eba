import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { Feedback } from '../../feedback/feedback.entity.js';
import { JournalEntry } from '../../feedback/journal-entry.entity.js';
import { whereNotConcerned } from '../../feedback/policy.js';
import { ITEM_STEP } from './audit-codes.js';
import { behindPlace, staffWithin } from './audit-conditions.js';
import type { AuditDeed, AuditPlace, AuditQuestion } from './audit-question.js';

/** What is read of a step: who, what, which code. Reasons, replies and notes stay where they are. */
interface StepRow {
  readonly id: number;
  readonly at: number | string;
  readonly actorId: number;
  readonly action: string;
  readonly code: string;
}

/** The journal's part of the list: steps of staff. */
@Injectable()
export class AuditSteps {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns as `AuditEntries.behind`. */
  async behind(question: AuditQuestion, place: AuditPlace | null, limit: number): Promise<AuditDeed[]> {
    if (!mayHold(question)) return [];
    const query = this.source.manager
      .createQueryBuilder(JournalEntry, 'step')
      .innerJoin(Feedback, 'item', 'item.id = step.feedbackId')
      .where(`step.actorKind = 'staff'`)
      .select(['step.id AS id', 'step.recordedAt AS at', 'step.action AS action', 'item.code AS code'])
      .addSelect('step.actorId', 'actorId')
      .orderBy('step.recordedAt', 'DESC')
      .addOrderBy('step.id', 'DESC')
      .limit(limit);
    whereAsked(query, question);
    whereNotConcerned(query, 'item', question.viewerId);
    behindPlace(query, 'step.recordedAt', 'journal', place);
    return (await query.getRawMany<StepRow>()).map(deedOf);
  }
}

/** Steps are about items and have no purpose. */
function mayHold({ kind, purpose, action }: AuditQuestion): boolean {
  return ['', 'feedback'].includes(kind) && purpose === '' && (action === '' || action.startsWith(ITEM_STEP));
}

function whereAsked(query: SelectQueryBuilder<JournalEntry>, asked: AuditQuestion): void {
  const { action, from, until, actorIds, subject, within } = asked;
  if (action !== '') query.andWhere('step.action = :action', { action: action.slice(ITEM_STEP.length) });
  if (from !== null) query.andWhere('step.recordedAt >= :from', { from });
  if (until !== null) query.andWhere('step.recordedAt < :until', { until });
  if (actorIds) query.andWhere('step.actorId IN (:...actorIds)', { actorIds });
  if (subject) query.andWhere('item.code IN (:...texts)', { texts: subject.texts });
  if (within === null) return;
  const { sql, values } = staffWithin(within);
  query.andWhere(`step.actorId IN (SELECT s.id ${sql})`, values);
}

function deedOf({ id, at, actorId, action, code }: StepRow): AuditDeed {
  return {
    ...{ id, actorId, at: Number(at), source: 'journal', actorKind: 'staff' },
    ...{ action: ITEM_STEP + action, subjectKind: 'feedback', subject: code, purpose: null, details: null },
  };
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import type { State } from '../feedback/state.js';
import { PartnerChange } from './partner-change.entity.js';

/** A step as the partner may know it: never a name, a text or an officer. */
export interface ToldChange {
  readonly number: number;
  readonly code: string;
  readonly externalNumber: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly action: JournalEntry['action'];
  /** The state after the step: of the item it was merged into, where it was. */
  readonly state: State;
  readonly dueDay: string;
  readonly reasonCode: string | null;
}

/** Changes of a partner's items in the order of their numbers. */
@Injectable()
export class PartnerChanges {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @param after the last number that was read; 0 for the beginning. @returns at most `limit` changes, oldest first. */
  async after(partnerId: number, after: number, limit: number): Promise<ToldChange[]> {
    const rows = await this.rows()
      .where('change.partnerId = :partnerId AND change.number > :after', { partnerId, after })
      .orderBy('change.number', 'ASC')
      .limit(limit)
      .getRawMany<RawChange>();
    return rows.map(plain);
  }

  /** @returns one change; null for a number that is none. */
  async one(partnerId: number, number: number): Promise<ToldChange | null> {
    const row = await this.rows()
      .where('change.partnerId = :partnerId AND change.number = :number', { partnerId, number })
      .getRawOne<RawChange>();
    return row ? plain(row) : null;
  }

  private rows() {
    return this.source.manager
      .createQueryBuilder(PartnerChange, 'change')
      .innerJoin(Feedback, 'item', 'item.id = change.feedbackId')
      .innerJoin(JournalEntry, 'entry', 'entry.feedbackId = change.sourceId AND entry.seq = change.seq')
      .select([
        'change.number AS number',
        'item.code AS code',
        'item.externalNumber AS "externalNumber"',
        'change.at AS at',
        'entry.action AS action',
        'entry.toState AS state',
        'entry.dueDay AS "dueDay"',
        'entry.reasonCode AS "reasonCode"',
      ]);
  }
}

/** PostgreSQL's driver gives instants as text. */
type RawChange = Omit<ToldChange, 'at'> & { readonly at: number | string };

function plain(row: RawChange): ToldChange {
  return { ...row, at: Number(row.at) };
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import type { FigureEntry } from './figure-entry.js';

/** Entries read at once: about 10 ms of the process on SQLite, whose driver is synchronous. */
const CHUNK = 5000;

const FIELDS = [
  'id',
  'feedbackId',
  'seq',
  'recordedAt',
  'action',
  'toState',
  'agencyId',
  'subject',
  'fieldId',
  'dueDay',
  'plainDueDay',
  'publication',
  'rating',
] as const satisfies readonly (keyof FigureEntry)[];

/** The newest entry by key and by instant: two journals that agree on both hold the same entries. */
export interface JournalHead {
  readonly id: number;
  readonly recordedAt: number;
}

/** Reads the journal item by item, in keyset chunks, without its texts. */
@Injectable()
export class JournalChains {
  constructor(@InjectRepository(JournalEntry) private readonly journal: Repository<JournalEntry>) {}

  /**
   * @param until epoch ms; entries recorded at or after it are left out.
   * @returns each item's entries in order of `seq`, items in order of their keys.
   */
  async *before(until: number): AsyncGenerator<FigureEntry[]> {
    let chain: FigureEntry[] = [];
    for (let chunk = await this.chunk(until, 0, 0); chunk.length > 0;) {
      for (const entry of chunk) {
        if (chain[0] && chain[0].feedbackId !== entry.feedbackId) {
          yield chain;
          chain = [];
        }
        chain.push(entry);
      }
      const last = chunk.at(-1);
      await nextTurn(); // other requests get their turn between two chunks
      chunk = last && chunk.length === CHUNK ? await this.chunk(until, last.feedbackId, last.seq) : [];
    }
    if (chain.length > 0) yield chain;
  }

  async head(): Promise<JournalHead> {
    return {
      id: asNumber(await this.journal.maximum('id')),
      recordedAt: asNumber(await this.journal.maximum('recordedAt')),
    };
  }

  private async chunk(until: number, feedbackId: number, seq: number): Promise<FigureEntry[]> {
    const query = this.journal.createQueryBuilder('entry').select([]);
    for (const field of FIELDS) query.addSelect(`entry.${field}`, field);
    const rows = await query
      .where('(entry.feedbackId, entry.seq) > (:feedbackId, :seq)', { feedbackId, seq })
      .andWhere('entry.recordedAt < :until', { until })
      .orderBy('entry.feedbackId')
      .addOrderBy('entry.seq')
      .limit(CHUNK)
      .getRawMany<FigureEntry>();
    return rows.map((row) => ({ ...row, recordedAt: asNumber(row.recordedAt) }));
  }
}

/** PostgreSQL gives bigint as text where no entity is made of it. */
function asNumber(value: unknown): number {
  return Number(value ?? 0);
}

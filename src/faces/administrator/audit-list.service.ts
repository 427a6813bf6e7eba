import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditEntries } from './audit-entries.query.js';
import { type AuditDeed, type AuditPlace, type AuditQuestion, newestFirst } from './audit-question.js';
import { AuditSteps } from './audit-steps.query.js';

/** Trail and journal as one list, read by key: a page costs the same at any depth. */
@Injectable()
export class AuditList {
  constructor(
    private readonly entries: AuditEntries,
    private readonly steps: AuditSteps,
  ) {}

  /** @returns at most `limit` deeds behind the place, newest first. */
  async behind(question: AuditQuestion, place: AuditPlace | null, limit: number): Promise<AuditDeed[]> {
    if (question.actorIds?.length === 0) return [];
    const [entries, steps] = await Promise.all([
      this.entries.behind(question, place, limit),
      this.steps.behind(question, place, limit),
    ]);
    return [...entries, ...steps].sort(newestFirst).slice(0, limit);
  }

  /** Everything the question asks for, in pieces: memory holds one of them at a time, others get their turn between. */
  async *pieces(question: AuditQuestion, size: number): AsyncGenerator<AuditDeed[]> {
    let place: AuditPlace | null = null;
    for (;;) {
      const piece = await this.behind(question, place, size);
      if (piece.length > 0) yield piece;
      if (piece.length < size) return;
      place = piece.at(-1) ?? null;
      await nextTurn();
    }
  }
}

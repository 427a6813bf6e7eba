import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { Submitter } from '../feedback/submitter.entity.js';
import { citizenLetter } from './citizen-letters.js';
import { DueSoonPlan } from './due-soon.timer.js';
import { LetterRows } from './letter-rows.js';
import { OfficerLetters } from './officer-letters.js';

/** Steps after which the promised date may be another one. */
const DATED: readonly JournalEntry['action'][] = ['submit', 'supplement', 'extend', 'reopen', 'recalculate'];

/** Who is told of a step: the submitter, colleagues, and whoever will have to be reminded. */
@Injectable()
@OnJournalEntry({ order: 400 })
export class Correspond implements JournalListener {
  constructor(
    private readonly rows: LetterRows,
    private readonly officers: OfficerLetters,
    private readonly dueSoon: DueSoonPlan,
  ) {}

  async onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    await this.tellSubmitter(entry, item, tx);
    if (entry.action === 'approve') await this.tellThoseMergedInto(entry, item, tx);
    await this.officers.post(entry, item, tx);
    if (DATED.includes(entry.action)) await this.dueSoon.begin(tx, entry, item);
  }

  private async tellSubmitter(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    const letter = citizenLetter(entry, item);
    if (letter === null || !(await hasAddress(tx, item.id))) return;
    const occasion = { feedbackId: item.id, seq: entry.seq, letter };
    await this.rows.toCitizen(tx, occasion, entry.recordedAt);
  }

  /** Items that were merged into this one share its answer; each submitter is told under the own code. */
  private async tellThoseMergedInto(entry: JournalEntry, master: Feedback, tx: EntityManager): Promise<void> {
    if (master.mergedCount === 0) return;
    const merged = await tx.find(Feedback, { select: { id: true }, where: { mergedIntoId: master.id } });
    for (const { id } of merged) {
      if (!(await hasAddress(tx, id))) continue;
      const occasion = { feedbackId: id, seq: entry.seq, letter: 'masterAnswered' as const };
      await this.rows.toCitizen(tx, occasion, entry.recordedAt, master.id);
    }
  }
}

async function hasAddress(tx: EntityManager, feedbackId: number): Promise<boolean> {
  const submitter = await tx.findOne(Submitter, {
    select: { feedbackId: true, email: true },
    where: { feedbackId },
  });
  return submitter?.email != null && submitter.email !== '';
}

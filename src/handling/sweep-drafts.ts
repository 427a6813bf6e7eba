import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { isTerminal, LIFECYCLE } from '../feedback/lifecycle.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { OPEN } from '../feedback/state.js';
import { KeptDraft } from './kept-draft.entity.js';

/**
 * When an item ends, drafts for steps that nobody can take any more are thrown away: they hold what citizens wrote. A
 * reopening undoes the answer whose publication was being written.
 */
@Injectable()
@OnJournalEntry({ order: 350 })
export class SweepDrafts implements JournalListener {
  async onJournalEntry(
    { action: done, fromState, toState }: JournalEntry,
    { id: feedbackId }: Feedback,
    tx: EntityManager,
  ): Promise<void> {
    if (done === 'reopen') await tx.delete(KeptDraft, { feedbackId, form: 'proposePublication' });
    if (fromState === toState || OPEN.includes(toState)) return;
    const left = new Set(LIFECYCLE.filter(({ from }) => from.includes(toState)).map(({ action }) => action));
    const over = LIFECYCLE.map(({ action }) => action).filter((action) => !left.has(action));
    if (isTerminal(toState)) await tx.delete(KeptDraft, { feedbackId });
    else await tx.delete(KeptDraft, { feedbackId, form: In([...new Set(over)]) });
  }
}

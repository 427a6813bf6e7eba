import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { Publication } from './publication.entity.js';

/** What was published belongs to the answer that a reopening undoes: its address says so until the next one. */
@Injectable()
@OnJournalEntry({ order: 510 })
export class TakeBackReopened implements JournalListener {
  async onJournalEntry(
    { action, recordedAt }: JournalEntry,
    item: Feedback,
    tx: EntityManager,
  ): Promise<void> {
    if (action !== 'reopen') return;
    const hidden = { publishedById: null, publishedAt: null, dueDay: null, publishedLate: null };
    const notice = { unpublishedAt: recordedAt, unpublishKind: 'REOPENED' as const, turnedDown: null };
    await tx.update(
      Publication,
      { feedbackId: item.id, publishedAt: Not(IsNull()) },
      { ...hidden, ...notice },
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { Reply } from '../feedback/reply.entity.js';
import { indexedWords, PUBLISHED_WORDS } from '../platform/database/word-index.js';
import { Publication } from './publication.entity.js';
import { PublishedEntry } from './published-entry.entity.js';
import { FIRST_OF_INSTANT, labelsOf } from './published-question.js';

/** Keeps what is public up to date in the transaction of each step: put in by publishing, gone with whatever takes it back. */
@Injectable()
@OnJournalEntry({ order: 500 })
export class PublishedIndex implements JournalListener {
  async onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    if (item.publication !== 'PUBLISHED') {
      if (item.publication === 'UNPUBLISHED') await tx.delete(PublishedEntry, { feedbackId: item.id });
      return;
    }
    if (entry.action === 'publish') await this.put(tx, item.id, entry.recordedAt);
  }

  /** @param publishedAt epoch ms. The texts are those that were proposed. */
  private async put(tx: EntityManager, feedbackId: number, publishedAt: number): Promise<void> {
    const shown = await tx.findOneBy(Publication, { feedbackId });
    if (!shown) return; // no texts were ever proposed: there is nothing to read
    const item = await tx.findOneByOrFail(Feedback, { id: feedbackId });
    const answer = await tx.findOneByOrFail(Reply, { id: shown.replyId });
    const { fieldId, procedureId, subject, kind, submittedAt, handlingAgencyId: agencyId } = item;
    await tx.delete(PublishedEntry, { feedbackId });
    const seq = await this.freeSeq(tx, publishedAt, shown.id);
    const texts = [shown.title, shown.content, shown.reply];
    const labels = labelsOf({ agencyId, fieldId, procedureId });
    await tx.insert(PublishedEntry, {
      ...{ seq, feedbackId, publishedAt, agencyId, fieldId, procedureId, subject, kind, submittedAt },
      publicationId: shown.id,
      outcome: answer.outcome,
      words: indexedWords(PUBLISHED_WORDS, seq, { texts, labels }),
    });
  }

  private async freeSeq(tx: EntityManager, publishedAt: number, number: number): Promise<number> {
    let seq = publishedAt * FIRST_OF_INSTANT + (number % FIRST_OF_INSTANT);
    while (await tx.existsBy(PublishedEntry, { seq })) seq++;
    return seq;
  }
}

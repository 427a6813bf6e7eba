import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { Submitter } from '../feedback/submitter.entity.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { fold } from '../platform/kernel/fold.js';
import { Publication } from './publication.entity.js';
import type { RedactedWords, ShownText } from './redacted-words.js';
import { clearable, type Clearing, emptyTexts, leftIn, uncleared } from './redaction-check.js';
import { secretsOf } from './secrets-of.js';

/** The redacted texts as they are to be stored. */
export interface NewProposal {
  readonly words: RedactedWords;
  readonly clearing: Clearing | null;
  readonly staffId: number;
}

/** Keeps proposed texts, and lets none through that gives somebody away. */
@Injectable()
export class Proposals {
  constructor(private readonly clock: Clock) {}

  /** @throws DomainError invalid, beside each text that holds something personal, or nothing to read. */
  async put(tx: EntityManager, feedbackId: number, { words, clearing, staffId }: NewProposal): Promise<void> {
    const { replyId } = await tx.findOneByOrFail(Feedback, { id: feedbackId });
    if (replyId === null) throw new DomainError('conflict', 'published.noReply');
    const cleared = await this.check(tx, feedbackId, words, clearing);
    const before = await tx.findOneBy(Publication, { feedbackId });
    const proposal = {
      ...{ replyId, ...words, ...cleared },
      folded: fold(`${words.title} ${words.content} ${words.reply}`),
      ...{ proposedById: staffId, proposedAt: this.clock.now() },
      ...{ publishedById: null, publishedAt: null, turnedDown: null },
      ...(before?.replyId === replyId ? {} : { dueDay: null, publishedLate: null }),
    };
    if (before) await tx.update(Publication, { id: before.id }, proposal);
    else await tx.insert(Publication, { feedbackId, ...proposal });
  }

  /** @returns the proposal, asked once more. @throws DomainError as `put`. */
  async checked(tx: EntityManager, feedbackId: number): Promise<Publication> {
    const proposal = await tx
      .createQueryBuilder(Publication, 'publication')
      .addSelect(['publication.cleared', 'publication.clearedReason'])
      .where('publication.feedbackId = :feedbackId', { feedbackId })
      .getOneOrFail();
    const { cleared, clearedReason } = proposal;
    await this.check(tx, feedbackId, proposal, { places: cleared ?? [], reason: clearedReason ?? '' });
    return proposal;
  }

  /** @returns what of the clearing is kept: only places that are in the texts. */
  private async check(
    tx: EntityManager,
    feedbackId: number,
    words: RedactedWords,
    clearing: Clearing | null,
  ): Promise<Pick<Publication, 'cleared' | 'clearedReason'>> {
    const item = await tx.findOneByOrFail(Feedback, { id: feedbackId });
    const left = leftIn(words, secretsOf(item, await tx.findOneBy(Submitter, { feedbackId })));
    const places = clearing && clearing.reason !== '' ? clearing.places : [];
    const faults: Record<string, Message> = {};
    for (const text of emptyTexts(words)) faults[text] = fault('nothingLeft', text);
    for (const { text } of uncleared(left, places)) faults[text] = fault('left', text);
    if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, faults);
    const kept = clearable(left);
    if (kept.length === 0) return { cleared: null, clearedReason: null };
    return { cleared: kept, clearedReason: clearing?.reason ?? null };
  }
}

function fault(name: 'left' | 'nothingLeft', text: ShownText): Message {
  return { key: `publishing.${name}`, params: { label: `publishing.text.${text}` } };
}

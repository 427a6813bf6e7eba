import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, MoreThan } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackText } from '../feedback/feedback-text.entity.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { Submitter } from '../feedback/submitter.entity.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';
import { isStillTrue } from './citizen-letters.js';
import { isLetterName, type LetterName } from './letters.js';

/** What a letter to a submitter is made of, as it stands when it is sent. */
export interface CitizenCase {
  readonly letter: LetterName;
  readonly email: string;
  /** The item of the person who is written to. */
  readonly item: Feedback;
  /** The item whose step it is: its own, or the one it was merged into. */
  readonly leading: Feedback;
  readonly entry: JournalEntry;
  /** The words of the step: a question, a reason. Empty where there are none, or where they were erased. */
  readonly words: string;
  /** The agency that speaks. */
  readonly agency: string;
  /** The other item that a merger or a splitting names. */
  readonly other: Feedback | null;
}

/** Opens the case behind an outbox row. */
@Injectable()
export class CitizenCases {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** @returns null where the letter has lost its reason: item or address erased, question answered, item withdrawn. */
  async open({ feedbackId, seq, letter, masterId }: OutboxPayload): Promise<CitizenCase | null> {
    const { manager } = this.reader;
    const item = await manager.findOneBy(Feedback, { id: Number(feedbackId) });
    const leading =
      masterId === undefined ? item : await manager.findOneBy(Feedback, { id: Number(masterId) });
    const submitter = await manager.findOneBy(Submitter, { feedbackId: Number(feedbackId) });
    if (!item || !leading || !submitter?.email || !isLetterName(letter)) return null;
    if (!isStillTrue(letter, leading.state)) return null;
    const entry = await manager.findOneBy(JournalEntry, { feedbackId: leading.id, seq: Number(seq) });
    if (!entry || (await this.isOvertaken(entry))) return null;
    const text = entry.textId === null ? null : await manager.findOneBy(FeedbackText, { id: entry.textId });
    const agency = await manager.findOneByOrFail(Agency, { id: speakerOf(letter, entry, item) });
    const words = text?.body ?? '';
    return {
      ...{ letter, item, leading, entry, words },
      email: submitter.email,
      agency: agency.name,
      other: await this.otherOf(item),
    };
  }

  /** Asked again, answered again: the later letter says it. */
  private isOvertaken({ feedbackId, action, seq }: JournalEntry): Promise<boolean> {
    return this.reader.manager.existsBy(JournalEntry, { feedbackId, action, seq: MoreThan(seq) });
  }

  private async otherOf({ mergedIntoId, splitFromId }: Feedback): Promise<Feedback | null> {
    const id = mergedIntoId ?? splitFromId;
    return id === null ? null : this.reader.manager.findOneBy(Feedback, { id });
  }
}

/** Before a promise stands the agency that holds the item; a refusal is spoken by the one that refused. */
function speakerOf(letter: LetterName, { actorAgencyId, agencyId }: JournalEntry, item: Feedback): number {
  if (letter === 'received' || letter === 'split') return item.handlingAgencyId;
  return letter === 'reopenDeclined' ? (actorAgencyId ?? agencyId) : agencyId;
}

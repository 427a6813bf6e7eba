import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';
import type { Feedback } from './feedback.entity.js';
import { FeedbackText } from './feedback-text.entity.js';
import { JournalEntry } from './journal-entry.entity.js';
import { journalHash } from './journal-hash.js';
import { JournalListeners } from './journal-listeners.js';

/** What is said about one step besides the item's standing before and after it. */
export interface JournalNote {
  readonly action: JournalEntry['action'];
  readonly recordedAt: number;
  readonly effectiveAt?: number;
  readonly reasonCode?: string | null;
  /** Free text; stored apart and referred to. */
  readonly text?: string | null;
  readonly details?: JournalEntry['details'];
}

/** Writes the journal: one entry a step, chained to the item's previous one, then tells the listeners. */
@Injectable()
export class Journal {
  constructor(private readonly listeners: JournalListeners) {}

  /**
   * @param before the item's standing before the step; null for its first entry.
   * @param after the item as it is now stored.
   */
  async append(
    tx: EntityManager,
    note: JournalNote,
    actor: Actor,
    before: Readonly<Feedback> | null,
    after: Feedback,
  ): Promise<JournalEntry> {
    const previous = before && (await headOf(tx, before));
    const recordedAt = Math.max(note.recordedAt, previous?.recordedAt ?? 0); // a clock set back must not reorder
    const unsealed = {
      feedbackId: after.id,
      seq: after.version,
      recordedAt,
      effectiveAt: note.effectiveAt ?? recordedAt,
      action: note.action,
      fromState: before?.state ?? null,
      toState: after.state,
      ...actorColumns(actor),
      agencyId: after.handlingAgencyId,
      fromAgencyId: before?.handlingAgencyId ?? null,
      subject: after.subject,
      fromSubject: before?.subject ?? null,
      fieldId: after.fieldId,
      fromFieldId: before?.fieldId ?? null,
      dueDay: after.dueDay,
      plainDueDay: after.plainDueDay,
      publication: after.publication,
      rating: after.rating,
      reasonCode: note.reasonCode ?? null,
      textId: note.text ? await storeText(tx, after.id, note.text) : null,
      replyId: after.replyId,
      details: note.details ?? null,
      prevHash: previous?.hash ?? '',
    };
    const entry = tx.create(JournalEntry, { ...unsealed, hash: journalHash(unsealed) });
    await tx.insert(JournalEntry, entry);
    await this.listeners.tell(entry, after, tx);
    return entry;
  }
}

function headOf(tx: EntityManager, { id, version }: Readonly<Feedback>): Promise<JournalEntry> {
  const select = { id: true, hash: true, recordedAt: true };
  return tx.findOneOrFail(JournalEntry, { select, where: { feedbackId: id, seq: version } });
}

function actorColumns(actor: Actor): Pick<JournalEntry, 'actorKind' | 'actorId' | 'actorAgencyId'> {
  if (actor.kind === 'staff')
    return { actorKind: 'staff', actorId: actor.staffId, actorAgencyId: actor.agencyId };
  if (actor.kind === 'partner')
    return { actorKind: 'partner', actorId: actor.partnerId, actorAgencyId: null };
  return { actorKind: actor.kind === 'system' ? 'system' : 'citizen', actorId: null, actorAgencyId: null };
}

async function storeText(tx: EntityManager, feedbackId: number, body: string): Promise<number> {
  const text = tx.create(FeedbackText, { feedbackId, body });
  await tx.insert(FeedbackText, text);
  return text.id;
}

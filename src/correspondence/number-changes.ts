import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { isPublic } from '../feedback/public-step.js';
import { ChangeCounter } from './change-counter.entity.js';
import { PartnerChange } from './partner-change.entity.js';
import { WebhookRows } from './webhook-rows.js';

type Brought = Pick<Feedback, 'id' | 'partnerId'>;

/**
 * Numbers every step that a partner may know of, in the unit of work of the step. The counter's row stays locked until
 * the commit: numbers of one partner are seen in their own order, by pollers on PostgreSQL too. Steps of one partner's
 * items wait for each other that long; others do not.
 */
@Injectable()
@OnJournalEntry({ order: 450 })
export class NumberChanges implements JournalListener {
  constructor(private readonly webhooks: WebhookRows) {}

  async onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    if (!isPublic(entry)) return;
    for (const { id, partnerId } of await broughtWith(tx, item)) {
      if (partnerId === null) continue;
      const number = await nextNumber(tx, partnerId);
      const change = { partnerId, number, feedbackId: id, sourceId: item.id, seq: entry.seq };
      await tx.insert(PartnerChange, { ...change, at: entry.recordedAt });
      await this.webhooks.post(tx, { partnerId, number }, entry.recordedAt);
    }
  }
}

/** The item and all that was merged into it, which shares its state and answer; always in the same order of partners. */
async function broughtWith(tx: EntityManager, item: Feedback): Promise<Brought[]> {
  const found: Brought[] = [item];
  for (let masters = item.mergedCount > 0 ? [item.id] : []; masters.length > 0;) {
    const merged = await mergedInto(tx, masters);
    found.push(...merged);
    masters = merged.filter(({ mergedCount }) => mergedCount > 0).map(({ id }) => id);
  }
  return found.sort((a, b) => (a.partnerId ?? 0) - (b.partnerId ?? 0) || a.id - b.id);
}

function mergedInto(tx: EntityManager, masters: readonly number[]): Promise<Feedback[]> {
  return tx.find(Feedback, {
    select: { id: true, partnerId: true, mergedCount: true },
    where: masters.flatMap((mergedIntoId) => [
      { mergedIntoId, partnerId: Not(IsNull()) },
      { mergedIntoId, mergedCount: Not(0) },
    ]),
  });
}

async function nextNumber(tx: EntityManager, partnerId: number): Promise<number> {
  const fresh = { partnerId, last: 0 };
  await tx.createQueryBuilder().insert().into(ChangeCounter).values(fresh).orIgnore().execute();
  await tx.update(ChangeCounter, { partnerId }, { last: () => 'last + 1' });
  return (await tx.findOneByOrFail(ChangeCounter, { partnerId })).last;
}

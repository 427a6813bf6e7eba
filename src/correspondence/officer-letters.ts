import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { Reply } from '../feedback/reply.entity.js';
import { LetterRows } from './letter-rows.js';
import type { LetterName } from './letters.js';
import { Recipients } from './recipients.query.js';

type Occasioned = (entry: JournalEntry, item: Feedback, tx: EntityManager) => Promise<number[]>;

/** From this level on an overdue item is told to the superior agency. */
const SUPERIOR_LEVEL = 10;

/** Which colleagues a step is told to; nobody is told of what they did themselves. */
@Injectable()
export class OfficerLetters {
  /** A letter for each action that somebody else must know of, and who that is. */
  private readonly occasions: Partial<Record<JournalEntry['action'], readonly [LetterName, Occasioned]>>;

  constructor(
    private readonly rows: LetterRows,
    recipients: Recipients,
  ) {
    const one = (staffId: number | null, item: Feedback, tx: EntityManager): Promise<number[]> =>
      recipients.reachable(tx, item, staffId === null ? [] : [staffId]);
    this.occasions = {
      assign: ['assigned', (_, item, tx) => one(item.assigneeId, item, tx)],
      return: ['returned', (_, item, tx) => recipients.takingIn(tx, item)],
      sendBack: ['sentBack', async (entry, item, tx) => one(await drafterOf(tx, entry), item, tx)],
      remind: ['reminded', (_, item, tx) => recipients.workingOn(tx, item)],
      escalate: [
        'escalated',
        ({ details }, item, tx) =>
          Number(details?.level) >= SUPERIOR_LEVEL
            ? recipients.superiors(tx, item)
            : recipients.heads(tx, item),
      ],
    };
  }

  async post(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    const occasion = this.occasions[entry.action];
    if (!occasion) return;
    const [letter, recipientsOf] = occasion;
    const others = (await recipientsOf(entry, item, tx)).filter((id) => id !== entry.actorId);
    const { id: feedbackId } = item;
    const { seq } = entry;
    const about = { about: `${feedbackId}:${seq}:${letter}`, payload: { feedbackId, seq, letter } };
    await this.rows.toOfficers(tx, others, about, entry.recordedAt);
  }
}

async function drafterOf(tx: EntityManager, { replyId }: JournalEntry): Promise<number | null> {
  return replyId === null ? null : ((await tx.findOneBy(Reply, { id: replyId }))?.drafterId ?? null);
}

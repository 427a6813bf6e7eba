import { isLetterName } from '../../correspondence/letters.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import { page, type Page } from '../../platform/web/page.js';

export const SHOWN = 200;
/** What `platform/mail` and the outbox write down, as the first word of the reason; the rest is numbers and codes. */
const REASONS = ['refused', 'later', 'unreachable', 'hanging', 'unsendable', 'address', 'interrupted'];

export interface OutboxRow {
  readonly id: number;
  /** A letter by its name; a timer by its topic, which only those read who run the machine. */
  readonly what: Message | null;
  readonly topic: string;
  readonly code: string | null;
  readonly reason: Message | null;
  readonly detail: string;
  readonly attempts: number;
  readonly parked: boolean;
  /** Epoch ms of the next try. */
  readonly next: number;
}

export function outboxRow(message: OutboxMessage, codes: ReadonlyMap<number, string>): OutboxRow {
  const { id, topic, payload, attempts, state, runAt } = message;
  const letter = topic === 'letter.digest' ? 'digest' : payload.letter;
  return {
    id,
    what: isLetterName(letter) ? { key: `mail.letter.${letter}` } : null,
    topic,
    code: codes.get(Number(payload.feedbackId)) ?? null,
    ...reasonOf(message.lastError ?? ''),
    attempts,
    parked: state === 'PARKED',
    next: runAt,
  };
}

/** @returns a sentence for what we know, and what stands behind it for those who look closer. */
function reasonOf(lastError: string): { reason: Message | null; detail: string } {
  const [word = '', ...rest] = lastError.split(' ');
  if (!REASONS.includes(word)) return { reason: null, detail: lastError };
  return { reason: { key: `mail.reason.${word}` }, detail: rest.join(' ') };
}

export function outboxPage(
  rows: readonly OutboxMessage[],
  codes: ReadonlyMap<number, string>,
  { parked, toFolder }: { readonly parked: number; readonly toFolder: boolean },
): Page {
  return page('administrator/outbox', {
    title: 'administrator.outbox.title',
    rows: rows.map((row) => outboxRow(row, codes)),
    parked,
    toFolder,
    isFull: rows.length === SHOWN,
    shown: SHOWN,
  });
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { loadSecrets } from '../../src/platform/config/load-secrets.js';
import { isLetterName } from '../../src/correspondence/letters.js';
import { isStillTrue } from '../../src/correspondence/citizen-letters.js';
import { SecureRandom, SeededRandom } from '../../src/platform/kernel/random.js';
import { messageId } from '../../src/platform/mail/message-id.js';
import type { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import type { TestDatabase } from '../support/database.js';
import type { Books } from './books.js';
import type { Environment } from './web-process.js';

const HOST = 'pakn.example';
/** From having a letter to saying so: that is where a kill makes a repeat. */
const SLOWEST = 120;

/** A mail server that takes its time, and counts how often it was given each letter. */
export class PostOffice {
  readonly taken = new Map<string, number>();

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<PostOffice> {
    const random = new SeededRandom(7);
    const found: { it?: PostOffice } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onData: (stream, _, done) => {
        found.it?.take(stream, random.below(SLOWEST)).then(() => {
          done();
        }, done);
      },
    });
    server.on('error', () => undefined); // a sender was killed in the middle of a word
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (found.it = new PostOffice(server));
  }

  get environment(): Environment {
    const { port } = this.server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`, MAIL_FROM: `Tiếp nhận <pakn@${HOST}>` };
  }

  get letters(): number {
    return this.taken.size;
  }

  get repeats(): number {
    return [...this.taken.values()].filter((times) => times > 1).length;
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(done);
    });
  }

  /** A letter counts from its end on, whether or not its sender still hears so. */
  private async take(stream: SMTPServerDataStream, delay: number): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(pieces).toString())?.[1] ?? 'none';
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    await pause(delay);
  }
}

/** @returns letters that came more than twice, and letters that are said to have left and never came. */
export function letterFaults({ taken }: PostOffice, books: Books, { folder }: TestDatabase): string[] {
  const secrets = loadSecrets({ dataDir: folder, sessionSecret: null }, new SecureRandom());
  const secret = secrets.derive('message-id');
  const faults: string[] = [];
  const known = new Set<string>();
  for (const row of books.outbox.filter(({ topic }) => topic.startsWith('letter.'))) {
    const id = messageId(row.key, secret, HOST);
    const times = taken.get(id) ?? 0;
    known.add(id);
    if (times > 2) faults.push(`${row.key} came ${times} times`);
    if (times === 0 && row.state === 'DONE' && isOwed(row, books)) faults.push(`${row.key} never came`);
    if (row.state === 'PARKED' && row.lastError !== 'interrupted')
      faults.push(`${row.key}: ${row.lastError}`);
  }
  for (const id of taken.keys()) if (!known.has(id)) faults.push(`nobody wrote ${id}`);
  return faults;
}

/** A question that was answered meanwhile is not sent any more: only what is true to the end must have come. */
function isOwed({ topic, payload }: OutboxMessage, { items, entries }: Books): boolean {
  const { feedbackId, seq, letter } = payload;
  const item = items.find(({ id }) => id === feedbackId);
  if (topic !== 'letter.citizen' || !item || !isLetterName(letter) || !isStillTrue(letter, item.state))
    return false;
  const own = entries.filter((entry) => entry.feedbackId === feedbackId);
  const cause = own.find((entry) => entry.seq === seq);
  return !own.some((entry) => entry.action === cause?.action && entry.seq > Number(seq));
}

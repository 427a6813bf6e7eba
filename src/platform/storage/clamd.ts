import { connect, type Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';

export type Verdict = 'CLEAN' | 'INFECTED';

const HEAD = 'zINSTREAM\0';
/** However lively it is: longer than this no file of ours takes. */
const LONGEST = 120_000;
/** After a failure nobody knocks for so long, lest every file waits for the same silence. Milliseconds. */
const REST = 30_000;
const ANSWER_MOST = 4_096;

/** Asks clamd (CLAMD_URL) about bytes, by its INSTREAM command: they go over the wire, it needs no access to our files. */
@Injectable()
export class Clamd {
  private restsUntil = 0;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Whether files are scanned at all. */
  get isSetUp(): boolean {
    return this.settings.clamd !== null;
  }

  /**
   * @param bytes of one file
   * @throws Error where clamd is not set up, down, hangs, or cannot say; try again later
   */
  async scan(bytes: AsyncIterable<Buffer>): Promise<Verdict> {
    if (this.clock.now() < this.restsUntil) throw new Error('clamd: was not to be reached a moment ago');
    try {
      return verdictOf(await this.ask(bytes));
    } catch (error) {
      this.restsUntil = this.clock.now() + REST;
      const { code, message } = error as { code?: string; message: string };
      throw new Error(message.startsWith('clamd:') ? message : `clamd: ${code ?? 'broke off'}`);
    }
  }

  private async ask(bytes: AsyncIterable<Buffer>): Promise<string> {
    const { clamd } = this.settings;
    if (!clamd) throw new Error('clamd: is not set up');
    const socket = connect(clamd.at);
    const deadline = setTimeout(() => socket.destroy(new Error('clamd: takes too long')), LONGEST);
    socket.setTimeout(clamd.timeout, () => socket.destroy(new Error('clamd: hangs')));
    try {
      const answer = answerOf(socket);
      // A refusal in the middle ends the sending; what counts is then the answer, or its absence.
      send(socket, bytes).catch((error: unknown) => socket.destroy(error as Error));
      return await answer;
    } finally {
      clearTimeout(deadline);
      socket.destroy();
    }
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1');
      if (answer.includes('\0') || answer.length > ANSWER_MOST) resolve(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      if (answer === '') reject(new Error('clamd: broke off'));
      else resolve(answer);
    });
  });
}

async function send(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  await written(socket, Buffer.from(HEAD));
  for await (const piece of bytes) {
    await written(socket, lengthOf(piece.length));
    await written(socket, piece);
  }
  await written(socket, lengthOf(0));
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** `stream: OK`, `stream: <name> FOUND`, or a refusal, which says nothing about the file. */
function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0[\s\S]*$/, '').trim();
  if (/^stream: OK$/.test(said)) return 'CLEAN';
  if (/^stream: .+ FOUND$/.test(said)) return 'INFECTED';
  throw new Error('clamd: refused to look');
}

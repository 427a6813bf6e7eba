import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import type { FileLimits } from '../storage/file-limits.js';
import type { FileStore } from '../storage/file-store.js';
import type { SentFile } from '../storage/sent-file.js';

type Done = (error?: unknown, info?: Partial<Express.Multer.File>) => void;

/** Where multer puts the files of one request: on disk piece by piece, never in memory. */
export class IncomingFiles implements StorageEngine {
  readonly sent: SentFile[] = [];
  private readonly written = new Set<string>();
  private isOver = false;

  constructor(
    private readonly store: FileStore,
    private readonly limits: FileLimits,
  ) {}

  _handleFile(_: Request, { originalname, stream }: Express.Multer.File, done: Done): void {
    const place = this.sent.length;
    this.sent.push({ name: originalname, path: null, size: 0, fault: 'tooMany' });
    this.receive(place, originalname, stream).then(
      (told) => {
        this.sent[place] = told;
        done(null, { size: told.size });
      },
      (error: unknown) => {
        done(error);
      },
    );
  }

  /** After a fault of the whole form; what was written goes with the request. */
  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null);
  }

  /** Removes whatever was not kept; safe to be called at any time. */
  async discard(): Promise<void> {
    this.isOver = true;
    await Promise.all(Array.from(this.written, (path) => this.store.discard(path)));
  }

  private async receive(place: number, name: string, stream: Readable): Promise<SentFile> {
    if (place >= this.limits.most) return thrownAway(stream, name, 'tooMany');
    if (!(await this.store.hasRoom())) return thrownAway(stream, name, 'noRoom');
    return this.write(name, stream);
  }

  private async write(name: string, stream: Readable): Promise<SentFile> {
    const path = await this.store.incoming();
    this.written.add(path);
    const count = { bytes: 0 };
    try {
      await pipeline(
        stream,
        within(this.limits.size, count),
        createWriteStream(path, { mode: 0o600, flags: 'wx' }),
      );
    } catch (error) {
      await this.store.discard(path);
      throw error;
    }
    const isTooLarge = count.bytes > this.limits.size;
    if (isTooLarge || this.isOver) await this.store.discard(path);
    return isTooLarge
      ? { name, path: null, size: count.bytes, fault: 'tooLarge' }
      : { name, path, size: count.bytes, fault: null };
  }
}

/** Passes on as much as is allowed; the rest is read and counted, so that the sender is not cut off. */
function within(most: number, count: { bytes: number }) {
  return async function* (stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of stream) {
      count.bytes += bytes.length;
      if (count.bytes <= most) yield bytes;
    }
  };
}

async function thrownAway(stream: Readable, name: string, fault: 'tooMany' | 'noRoom'): Promise<SentFile> {
  let size = 0;
  for await (const bytes of stream) size += (bytes as Buffer).length;
  return { name, path: null, size, fault };
}

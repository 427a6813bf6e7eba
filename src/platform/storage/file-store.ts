import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { RandomSource } from '../kernel/random.js';

/** Bytes at rest: synced, under a random name that says nothing. */
export interface StoredFile {
  readonly storedName: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const NAME = /^[0-9a-f]{40}$/;
const OWN = 0o600;
/** Bytes of the disk that files leave to the database, whose receipts count for more. */
const RESERVED = 512 * 1024 * 1024;

/**
 * Files beside the database: `<dataDir>/files/ab/ab…`, and `<dataDir>/files/incoming` for what is still being
 * received. A file is written and synced, with its folder, before anybody is told that it is there.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(
    { dataDir }: Settings,
    private readonly clock: Clock,
    private readonly random: RandomSource,
  ) {
    this.root = join(dataDir, 'files');
  }

  /** @returns a path that nobody else uses, in the folder of what is being received. */
  async incoming(): Promise<string> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    return join(folder, this.newName());
  }

  /** @returns whether the disk has room for files; whatever strangers send, the database must be able to grow. */
  async hasRoom(): Promise<boolean> {
    await mkdir(this.root, { recursive: true });
    const { bavail, bsize } = await statfs(this.root);
    return bavail * bsize > RESERVED;
  }

  /**
   * Moves an incoming file to its place for good.
   * @throws the system's error when the disk refuses; then nothing is kept.
   */
  async keep(incoming: string): Promise<StoredFile> {
    const storedName = this.newName();
    const folder = this.folderOf(storedName);
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(this.root);
    const told = { storedName, size: (await stat(incoming)).size, sha256: await digestOf(incoming) };
    await this.seal(incoming);
    await rename(incoming, join(folder, storedName));
    await syncFolder(folder);
    return told;
  }

  /** @returns where the bytes lie; null for a name that is none of ours. */
  pathOf(storedName: string): string | null {
    return NAME.test(storedName) ? join(this.folderOf(storedName), storedName) : null;
  }

  /** @returns the bytes; null where there are none. */
  async read(storedName: string): Promise<ReadStream | null> {
    const path = this.pathOf(storedName);
    if (path === null) return null;
    const file = await open(path).catch(() => null);
    return file && createReadStream('', { fd: file });
  }

  async remove(storedName: string): Promise<void> {
    const path = this.pathOf(storedName);
    if (path !== null) await rm(path, { force: true });
  }

  /** Throws away what was being received. */
  async discard(incoming: string): Promise<void> {
    await rm(incoming, { force: true });
  }

  /** @returns whether bytes lie under the name. */
  async has(storedName: string): Promise<boolean> {
    const path = this.pathOf(storedName);
    return path !== null && (await stat(path).catch(() => null)) !== null;
  }

  /**
   * Stored names, folder by folder, whose bytes were kept before the instant; for whoever looks for orphans.
   * Incoming files of that age belong to requests that died: they are removed on the way.
   * @param before epoch ms
   */
  async *keptBefore(before: number): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.root).catch(() => [])) {
      const names = await readdir(join(this.root, folder)).catch(() => []);
      const old: string[] = [];
      for (const name of names) {
        const path = join(this.root, folder, name);
        const written = (await stat(path).catch(() => null))?.mtimeMs ?? Infinity;
        if (written >= before) continue;
        if (folder === 'incoming') await this.discard(path);
        else if (NAME.test(name)) old.push(name);
      }
      if (old.length > 0) yield old;
    }
  }

  /** The product's own clock dates the file, because that is the one which later asks for its age. */
  private async seal(path: string): Promise<void> {
    const seconds = this.clock.now() / 1000;
    await utimes(path, seconds, seconds);
    const file = await open(path, 'r+');
    try {
      await file.chmod(OWN);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private folderOf(storedName: string): string {
    return join(this.root, storedName.slice(0, 2));
  }

  private newName(): string {
    return createHash('sha256').update(this.random.token()).digest('hex').slice(0, 40);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

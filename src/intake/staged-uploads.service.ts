import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, Repository } from 'typeorm';
import type { NewAttachment } from '../feedback/new-attachment.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, type MessageParams } from '../platform/kernel/errors.js';
import type { FileLimits } from '../platform/storage/file-limits.js';
import { ScanQueue } from './scan-queue.js';
import { StagedUpload } from './staged-upload.entity.js';
import { UploadToken } from './upload-token.js';

/** A file on the way: kept, but part of no item yet. */
export interface Staged extends NewAttachment {
  readonly token: string;
}

/** Files between their arrival and the moment their form is sent. */
@Injectable()
export class StagedUploads {
  constructor(
    private readonly clock: Clock,
    private readonly tokens: UploadToken,
    private readonly scans: ScanQueue,
    private readonly unitOfWork: UnitOfWork,
    @InjectRepository(StagedUpload) private readonly rows: Repository<StagedUpload>,
  ) {}

  /** @param received whose bytes are stored and synced already */
  async add(received: Omit<NewAttachment, 'scan'>): Promise<Staged> {
    const file = { ...received, scan: this.scans.first };
    await this.unitOfWork.run(async (tx) => {
      await tx.insert(StagedUpload, { ...file, createdAt: this.clock.now() });
      await this.scans.post(tx, file.storedName, file.scan);
    });
    return { ...file, token: this.tokens.of(file.storedName) };
  }

  /** @returns the staged files that the tokens stand for, in their order; foreign, used and swept ones are left out. */
  async list(tokens: readonly string[]): Promise<Staged[]> {
    const names = this.namesOf(tokens);
    const rows = await this.find(names);
    return names.flatMap((name) => {
      const row = rows.find(({ storedName }) => storedName === name);
      return row ? [{ ...fileOf(row), token: this.tokens.of(name) }] : [];
    });
  }

  /** Forgets a file that its sender has taken back. @returns the name of the bytes to remove; null where it is no longer staged. */
  async forget(token: string): Promise<string | null> {
    const storedName = this.tokens.read(token);
    if (storedName === null) return null;
    const { affected } = await this.unitOfWork.run((tx) => tx.delete(StagedUpload, { storedName }));
    return affected === 1 ? storedName : null;
  }

  /**
   * Takes staged files for what is written in this unit of work; each can be taken once. Call it inside
   * `unitOfWork.run` with the step that stores the files, so that both happen or none.
   * @throws DomainError invalid beside `files`: a file is gone (sent already, or older than a day), was found
   *   infected, or is more than the limits allow.
   */
  async claim(tx: EntityManager, tokens: readonly string[], limits: FileLimits): Promise<NewAttachment[]> {
    const names = this.namesOf(tokens);
    if (names.length === 0 && tokens.length === 0) return [];
    const rows = await tx.findBy(StagedUpload, { storedName: In(names) });
    const { affected } = await tx.delete(StagedUpload, { storedName: In(names) });
    if (names.length < new Set(tokens).size || rows.length < names.length || affected !== names.length)
      throw refused('files.gone');
    if (rows.some(({ scan }) => scan === 'INFECTED')) throw refused('files.infected');
    if (names.length > limits.most) throw refused('files.tooMany', { most: limits.most });
    return names.flatMap((name) => rows.filter(({ storedName }) => storedName === name).map(fileOf));
  }

  /** A replica may not know yet what was received a moment ago: what it lacks is asked for where it was written. */
  private async find(names: readonly string[]): Promise<StagedUpload[]> {
    if (names.length === 0) return [];
    const asked = { storedName: In(names) };
    const rows = await this.rows.findBy(asked);
    return rows.length === names.length ? rows : this.unitOfWork.run((tx) => tx.findBy(StagedUpload, asked));
  }

  private namesOf(tokens: readonly string[]): string[] {
    const names = tokens.map((token) => this.tokens.read(token)).filter((name) => name !== null);
    return [...new Set(names)];
  }
}

function fileOf({ name, mediaType, size, sha256, storedName, scan }: StagedUpload): NewAttachment {
  return { name, mediaType, size, sha256, storedName, scan };
}

function refused(key: string, params?: MessageParams): DomainError {
  return new DomainError('invalid', key, params, { files: { key, ...(params ? { params } : {}) } });
}

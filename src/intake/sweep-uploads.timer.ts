import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { Attachment } from '../feedback/attachment.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { FileStore } from '../platform/storage/file-store.js';
import { StagedUpload } from './staged-upload.entity.js';

const SWEEP = 'intake.sweep-uploads';
const HOUR = 3_600_000;
const EVERY = 6 * HOUR;
/** How long a received file waits for its form to be sent. */
export const STAGED_FOR = 24 * HOUR;
const CHUNK = 200;

/**
 * Every six hours: files whose form was not sent within a day, and bytes that belong to nothing (a process died
 * between writing them and writing them down). Each start of the program sees to it that there is a row for now;
 * each row writes the next one.
 */
@Injectable()
@OnOutbox({ topic: SWEEP, within: 'nothing' })
export class SweepUploads implements OutboxHandler, OnApplicationBootstrap {
  constructor(
    private readonly store: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run((tx) => this.post(tx, Math.floor(now / EVERY), now));
  }

  async handle(): Promise<void> {
    const now = this.clock.now();
    const next = Math.floor(now / EVERY) + 1;
    await this.unitOfWork.run((tx) => this.post(tx, next, next * EVERY));
    await this.dropUnsent(now - STAGED_FOR);
    await this.dropOrphans(now - STAGED_FOR);
  }

  private async dropUnsent(before: number): Promise<void> {
    for (let dropped = CHUNK; dropped === CHUNK;) {
      const names = await this.unitOfWork.run((tx) => dropRows(tx, before));
      for (const name of names) await this.store.remove(name);
      dropped = names.length;
    }
  }

  private async dropOrphans(before: number): Promise<void> {
    for await (const names of this.store.keptBefore(before)) {
      const known = await this.unitOfWork.run((tx) => knownOf(tx, names));
      for (const name of names) if (!known.has(name)) await this.store.remove(name);
    }
  }

  private post(tx: EntityManager, slot: number, runAt: number): Promise<void> {
    return this.outbox.post(tx, { topic: SWEEP, key: `${SWEEP}:${slot}`, payload: {}, runAt });
  }
}

/** @returns the names whose rows went; a row that was claimed meanwhile is not among them. */
async function dropRows(tx: EntityManager, before: number): Promise<string[]> {
  const old = await tx.find(StagedUpload, {
    where: { createdAt: LessThanOrEqual(before) },
    order: { id: 'ASC' },
    take: CHUNK,
  });
  const gone: string[] = [];
  for (const { id, storedName } of old) {
    if ((await tx.delete(StagedUpload, { id })).affected === 1) gone.push(storedName);
  }
  return gone;
}

/** Asked where it was written: a replica may not know yet. Staged rows first: sending moves from there to here. */
async function knownOf(tx: EntityManager, names: readonly string[]): Promise<Set<string>> {
  const asked = { where: { storedName: In(names) }, select: { id: true, storedName: true } } as const;
  const staged = await tx.find(StagedUpload, asked);
  const attached = await tx.find(Attachment, asked);
  return new Set([...staged, ...attached].map(({ storedName }) => storedName));
}

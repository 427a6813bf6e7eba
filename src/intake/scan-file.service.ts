import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attachment } from '../feedback/attachment.entity.js';
import type { ScanState } from '../feedback/stored-file.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { PermanentFault } from '../platform/outbox/permanent-fault.js';
import { Clamd } from '../platform/storage/clamd.js';
import { FileStore } from '../platform/storage/file-store.js';
import { SCAN } from './scan-queue.js';
import { StagedUpload } from './staged-upload.entity.js';

/** Lets files out of quarantine, or removes their bytes; whether they are staged still or part of an item by now. */
@Injectable()
@OnOutbox({ topic: SCAN, within: 'nothing' })
export class ScanFile implements OutboxHandler {
  constructor(
    private readonly store: FileStore,
    private readonly scanner: Clamd,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Error where the scanner cannot say: the outbox asks again later. */
  async handle({ payload }: OutboxMessage): Promise<void> {
    const storedName = String(payload['storedName']);
    const waits = await this.unitOfWork.run((tx) => isWaiting(tx, storedName));
    const bytes = await this.store.read(storedName);
    if (!bytes) {
      if (waits) throw new PermanentFault('scan: the bytes are missing');
      return;
    }
    const verdict = await this.scanner.scan(bytes).finally(() => bytes.destroy());
    await this.unitOfWork.run((tx) => record(tx, storedName, verdict));
    if (verdict === 'INFECTED') await this.store.remove(storedName);
  }
}

async function isWaiting(tx: EntityManager, storedName: string): Promise<boolean> {
  const asked = { storedName, scan: 'WAITING' as const };
  return (await tx.existsBy(StagedUpload, asked)) || (await tx.existsBy(Attachment, asked));
}

/** Staged first: a sending that moves the row at the same time is waited for, and its new record is then seen. */
async function record(tx: EntityManager, storedName: string, scan: ScanState): Promise<void> {
  await tx.update(StagedUpload, { storedName }, { scan });
  await tx.update(Attachment, { storedName }, { scan });
}

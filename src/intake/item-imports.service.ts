import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { FileStore } from '../platform/storage/file-store.js';
import { ItemImport, type ItemImportState } from './item-import.entity.js';

export const ITEM_IMPORT = 'intake.item-import';

export interface NewItemImport {
  /** Where the bytes have arrived. */
  readonly path: string;
  readonly fileName: string;
  readonly source: string;
  readonly staffId: number;
}

/** Files of items on their way: kept, tried, and taken in by a person's word. A person sees the own ones. */
@Injectable()
export class ItemImports {
  constructor(
    private readonly store: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps the file and has it tried. @returns the import's number. */
  async add({ path, fileName, source, staffId }: NewItemImport): Promise<number> {
    const { storedName } = await this.store.keep(path);
    return this.unitOfWork.run(async (tx) => {
      const counts = { done: 0, added: 0, known: 0, bad: 0, badLines: [] };
      const begun = { state: 'CHECKING', fault: '', createdAt: this.clock.now(), endedAt: null } as const;
      const { id } = await tx.save(ItemImport, {
        ...{ staffId, storedName, fileName, source },
        ...counts,
        ...begun,
      });
      await this.post(tx, id, 0);
      return id;
    });
  }

  /** @returns the person's latest imports, newest first. */
  list(staffId: number): Promise<ItemImport[]> {
    return this.unitOfWork.run((tx) =>
      tx.find(ItemImport, { where: { staffId }, order: { id: 'DESC' }, take: 20 }),
    );
  }

  /** @throws DomainError not-found for what is none, or another person's. */
  async open(id: number, staffId: number): Promise<ItemImport> {
    const found = await this.unitOfWork.run((tx) => tx.findOneBy(ItemImport, { id, staffId }));
    if (found) return found;
    throw new DomainError('not-found', 'errors.notFound');
  }

  /** Takes in what the trial found good. @returns false where it was begun or dropped before. */
  async begin({ id, staffId, source, added, bad }: ItemImport): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const counts = { done: 0, added: 0, known: 0, bad: 0 };
      const begun = await tx.update(ItemImport, { id, state: 'CHECKED' }, { state: 'RUNNING', ...counts });
      if (begun.affected !== 1) return false;
      await this.post(tx, id, 1);
      const note = { action: 'items.import', subjectKind: 'items', subject: id };
      await this.audit.record(tx, auditedStaff({ staffId }), { ...note, details: { source, added, bad } });
      return true;
    });
  }

  /** Puts the file away. @returns false where it is being taken in. */
  async drop({ id, storedName }: ItemImport): Promise<boolean> {
    const open: ItemImportState[] = ['CHECKING', 'CHECKED', 'REFUSED'];
    const dropped = { state: 'DROPPED', endedAt: this.clock.now() } as const;
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(ItemImport, { id, state: In(open) }, dropped),
    );
    if (affected === 1) await this.store.remove(storedName);
    return affected === 1;
  }

  /** @param step tells the rows of one import apart: 0 for the trial, then one for each stretch. */
  async post(tx: EntityManager, id: number, step: number): Promise<void> {
    const key = `${ITEM_IMPORT}:${id}:${step}`;
    await this.outbox.post(tx, { topic: ITEM_IMPORT, key, payload: { id, step }, runAt: this.clock.now() });
  }
}

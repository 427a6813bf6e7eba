import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import { StaffActors } from '../accounts/staff-actors.query.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { FileStore } from '../platform/storage/file-store.js';
import { TableFault } from '../platform/storage/table-fault.js';
import { MissingColumns } from './item-file.js';
import { ItemImport } from './item-import.entity.js';
import { ItemImportRun } from './item-import-run.service.js';
import { ItemImportTrial } from './item-import-trial.service.js';
import { ITEM_IMPORT } from './item-imports.service.js';

/** Tries files of items and takes them in, stretch by stretch; begins again where a process died over one. */
@Injectable()
@OnOutbox({ topic: ITEM_IMPORT, within: 'nothing' })
export class ItemImportWorker implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: StaffActors,
    private readonly store: FileStore,
    private readonly trial: ItemImportTrial,
    private readonly run: ItemImportRun,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    const id = Number(payload['id']);
    const row = await this.unitOfWork.run((tx) => tx.findOneBy(ItemImport, { id }));
    if (row?.state !== 'CHECKING' && row?.state !== 'RUNNING') return;
    const fault = await this.work(row, Number(payload['step'])).catch(faultOf);
    if (fault === null) return;
    await this.unitOfWork.run((tx) => tx.update(ItemImport, { id }, { state: 'REFUSED', fault }));
  }

  /** @returns why the file as a whole cannot be used; null where it could. */
  private async work(row: ItemImport, step: number): Promise<string | null> {
    const path = this.store.pathOf(row.storedName);
    if (path === null || !(await this.store.has(row.storedName))) return 'gone';
    const actor: StaffActor | null = await this.actors.byId(row.staffId);
    if (actor === null) return 'person';
    if (row.state === 'CHECKING') await this.trial.check(row, path, actor);
    else if (await this.run.stretch(row, path, actor, step)) await this.store.remove(row.storedName);
    return null;
  }
}

function faultOf(error: unknown): string {
  if (error instanceof TableFault) return error.fault;
  if (error instanceof MissingColumns) return 'columns';
  throw error;
}

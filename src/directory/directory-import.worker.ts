import { setImmediate as nextTurn } from 'node:timers/promises';
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/kernel/clock.js';
import { OnOutbox, type OutboxHandler } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { FileStore } from '../platform/storage/file-store.js';
import { TableFault } from '../platform/storage/table-fault.js';
import { AgencyImport } from './agency-import.service.js';
import type { DirectoryImport } from './directory-import.entity.js';
import { DIRECTORY_IMPORT, DirectoryImports } from './directory-imports.service.js';
import { ImportFault } from './import-fault.js';
import type { PlannedRow } from './import-plan.js';
import { ProcedureImport } from './procedure-import.service.js';

/** Rows of each kind that the page shows; all of them are in the files to download. */
const SAMPLE = 15;
const TOLD_EVERY = 2_000;
/** Rows of one unit of work: others write in between. */
const BATCH = { PROCEDURES: 100, AGENCIES: 25 } as const;

/** Tries files, and applies them; both begin anew where a process died over them, and come to the same end. */
@Injectable()
@OnOutbox({ topic: DIRECTORY_IMPORT, within: 'nothing' })
export class DirectoryImportWorker implements OutboxHandler {
  constructor(
    private readonly imports: DirectoryImports,
    private readonly procedures: ProcedureImport,
    private readonly agencies: AgencyImport,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    const row = await this.imports.byId(Number(payload['id']));
    if (row?.state === 'CHECKING') await this.tried(row, (path) => this.check(row, path));
    if (row?.state === 'APPLYING') await this.tried(row, (path) => this.apply(row, path));
  }

  /** What is wrong with a file as a whole is its sender's matter: no repetition will mend it. */
  private async tried(row: DirectoryImport, work: (path: string) => Promise<void>): Promise<void> {
    try {
      const path = this.store.pathOf(row.storedName);
      if (path === null || (await digestOf(path)) !== row.sha256) throw new ImportFault('gone');
      await work(path);
    } catch (error) {
      if (!(error instanceof TableFault || error instanceof ImportFault)) throw error;
      await this.imports.note(row.id, { state: 'REFUSED', fault: error.fault, faultLine: error.line });
    }
  }

  private async check({ id, kind }: DirectoryImport, path: string): Promise<void> {
    const reader = kind === 'PROCEDURES' ? this.procedures : this.agencies;
    const revision = await reader.revision();
    const counts = { added: 0, changed: 0, unchanged: 0, bad: 0 };
    const sample: PlannedRow[] = [];
    let done = 0;
    for await (const row of reader.plan(path)) {
      const seen = ++counts[row.kind];
      if (row.kind !== 'unchanged' && seen <= SAMPLE) sample.push(row);
      if (++done % TOLD_EVERY === 0) await this.imports.note(id, { done });
    }
    await this.imports.note(id, { ...counts, sample, done, revision, state: 'CHECKED' });
  }

  private async apply({ id, kind }: DirectoryImport, path: string): Promise<void> {
    let done = 0;
    for await (const take of this.batchesOf(kind, path)) {
      done += await take();
      await nextTurn();
      await this.imports.note(id, { done });
    }
    await this.imports.note(id, { state: 'DONE', done, appliedAt: this.clock.now() });
  }

  private async *batchesOf(
    kind: DirectoryImport['kind'],
    path: string,
  ): AsyncGenerator<() => Promise<number>> {
    const { procedures, agencies } = this;
    if (kind === 'PROCEDURES')
      for await (const rows of procedures.batches(path, BATCH[kind]))
        yield () => procedures.take(rows).then(() => rows.length);
    else
      for await (const rows of agencies.batches(path, BATCH[kind]))
        yield () => agencies.take(rows).then(() => rows.length);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  } catch {
    throw new ImportFault('gone');
  }
  return hash.digest('hex');
}

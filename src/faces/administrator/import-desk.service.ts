import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { AgencyImport } from '../../directory/agency-import.service.js';
import { DirectoryImports } from '../../directory/directory-imports.service.js';
import type { DirectoryImport, ImportKind } from '../../directory/directory-import.entity.js';
import { ProcedureImport } from '../../directory/procedure-import.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { FileStore } from '../../platform/storage/file-store.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ImportRowsCsv } from './import-rows.csv.js';

/** What the pages about imports do with a file. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly imports: DirectoryImports,
    private readonly procedures: ProcedureImport,
    private readonly agencies: AgencyImport,
    private readonly store: FileStore,
    private readonly csv: ImportRowsCsv,
  ) {}

  /** @returns the number under which it is tried. */
  async take(admin: SignedIn, kind: ImportKind, { path, name }: SentFile): Promise<number> {
    if (path === null) throw new DomainError('invalid', 'directoryAdmin.imports.needFile');
    return this.imports.start(kind, name, await this.store.keep(path), admin);
  }

  /** @throws DomainError not-found */
  async open(id: string): Promise<DirectoryImport> {
    const row = /^\d{1,9}$/.test(id) ? await this.imports.byId(Number(id)) : null;
    if (!row) throw new DomainError('not-found', 'errors.notFound');
    return row;
  }

  hasFile({ storedName }: DirectoryImport): Promise<boolean> {
    return this.store.has(storedName);
  }

  async apply(admin: SignedIn, id: string): Promise<Redirect> {
    const row = await this.open(id);
    const reader = row.kind === 'PROCEDURES' ? this.procedures : this.agencies;
    return this.step(row.id, async () => {
      const isFresh = await this.imports.confirm(row.id, await reader.revision(), admin);
      return isFresh
        ? { tone: 'success', key: 'directoryAdmin.import.applying' }
        : { tone: 'warning', key: 'directoryAdmin.import.stale' };
    });
  }

  async drop(admin: SignedIn, id: string): Promise<Redirect> {
    const row = await this.open(id);
    return this.step(row.id, async () => {
      await this.imports.drop(row.id, admin);
      return { tone: 'success', key: 'directoryAdmin.import.dropped' };
    });
  }

  /** The rows at fault, or those that would change something, as a file made while it is sent. */
  async rows(admin: SignedIn, id: string, which: string): Promise<StreamableFile> {
    const row = await this.open(id);
    const path = this.store.pathOf(row.storedName);
    const isKnown = which === 'loi.csv' || (which === 'thay-doi.csv' && row.state === 'CHECKED');
    if (!isKnown || path === null || !(await this.hasFile(row)))
      throw new DomainError('not-found', 'directoryAdmin.import.gone');
    const plan = row.kind === 'PROCEDURES' ? this.procedures.plan(path) : this.agencies.plan(path);
    const lines = which === 'loi.csv' ? this.csv.bad(plan, admin) : this.csv.changes(plan, admin);
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${which === 'loi.csv' ? 'loi' : 'thay-doi'}-${row.id}.csv"`,
    });
  }

  private async step(id: number, work: () => Promise<NonNullable<Redirect['flash']>>): Promise<Redirect> {
    const address = paths.directoryImport.to({ id });
    try {
      return redirect(address, await work());
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(address, { tone: 'warning', key: error.key });
    }
  }
}

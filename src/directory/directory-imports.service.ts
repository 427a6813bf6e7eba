import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { StoredFile } from '../platform/storage/file-store.js';
import { DirectoryImport, type ImportKind } from './directory-import.entity.js';

export const DIRECTORY_IMPORT = 'catalogue.import';

interface By {
  readonly staffId: number;
}

/** Files that were sent in to change the directory: tried first, applied by a person's word. */
@Injectable()
export class DirectoryImports {
  constructor(
    @InjectRepository(DirectoryImport) private readonly rows: Repository<DirectoryImport>,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  list(most: number): Promise<DirectoryImport[]> {
    return this.rows.find({ order: { id: 'DESC' }, take: most });
  }

  byId(id: number): Promise<DirectoryImport | null> {
    return this.rows.findOneBy({ id });
  }

  /** Has a stored file tried. @returns its number. */
  start(kind: ImportKind, fileName: string, file: StoredFile, by: By): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const addedAt = this.clock.now();
      const row = tx.create(DirectoryImport, {
        ...{ kind, fileName: fileName.slice(0, 200), state: 'CHECKING', addedById: by.staffId, addedAt },
        ...{
          storedName: file.storedName,
          sha256: file.sha256,
          size: file.size,
          sample: null,
          appliedAt: null,
        },
      });
      await tx.insert(DirectoryImport, row);
      await this.post(tx, row.id, 'check:first');
      await this.record(tx, 'import.try', row, by);
      return row.id;
    });
  }

  /**
   * Has it applied as it was tried.
   * @param current the directory's revision now.
   * @returns false where the directory has changed since: it is tried again.
   * @throws DomainError conflict where it does not wait for this.
   */
  confirm(id: number, current: number, by: By): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const row = await tx.findOneBy(DirectoryImport, { id, state: 'CHECKED' });
      if (!row) throw new DomainError('conflict', 'directoryAdmin.import.notNow');
      const isFresh = row.revision === current;
      const state = isFresh ? ('APPLYING' as const) : ('CHECKING' as const);
      const { affected } = await tx.update(DirectoryImport, { id, state: 'CHECKED' }, { state, done: 0 });
      if (affected !== 1) throw new DomainError('conflict', 'directoryAdmin.import.notNow');
      // A trial of a newer directory is another one; the same word twice is one.
      await this.post(tx, id, `${isFresh ? 'apply' : 'check'}:${current}`);
      if (isFresh) await this.record(tx, 'import.apply', row, by);
      return isFresh;
    });
  }

  /** It is not to be applied. @throws DomainError conflict where it is applied already. */
  drop(id: number, by: By): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await tx.findOneBy(DirectoryImport, { id, state: 'CHECKED' });
      if (!row) throw new DomainError('conflict', 'directoryAdmin.import.notNow');
      await tx.update(DirectoryImport, { id }, { state: 'CANCELLED' });
      await this.record(tx, 'import.drop', row, by);
    });
  }

  /** Writes down how it goes, or how it ended. */
  async note(id: number, change: Partial<DirectoryImport>): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(DirectoryImport, { id }, change));
  }

  private post(tx: EntityManager, id: number, step: string): Promise<void> {
    const runAt = this.clock.now();
    const key = `${DIRECTORY_IMPORT}:${id}:${step}`;
    return this.outbox.post(tx, { topic: DIRECTORY_IMPORT, key, payload: { id }, runAt });
  }

  private record(tx: EntityManager, action: string, row: DirectoryImport, by: By): Promise<void> {
    const { kind, sha256, added, changed, bad } = row;
    const details = { kind, sha256, ...(action === 'import.try' ? {} : { added, changed, bad }) };
    return this.audit.record(tx, auditedStaff(by), {
      action,
      subjectKind: 'import',
      subject: row.id,
      details,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, type Repository } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { whereFolded } from '../platform/database/search.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { fieldCode } from './field-code.js';
import { ProcedureField } from './procedure-field.entity.js';
import { Procedure } from './procedure.entity.js';
import type { ProcedureStatus } from './procedure-record.js';
import { foldedText } from './rank-matches.js';

/** What a form says of a procedure. */
export type ProcedureDetails = Omit<Procedure, 'id' | 'code' | 'folded' | 'status' | 'revision'>;

export interface ProcedureWanted {
  readonly question: string;
  readonly fieldId: number | null;
  readonly status: ProcedureStatus | null;
}

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { [field]: { key } });

/** Procedures and fields as administrators keep them by hand; every change stands in the trail. */
@Injectable()
export class ProcedureBook {
  constructor(
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns procedures in order of their codes, and how many there are. */
  list(
    { question, fieldId, status }: ProcedureWanted,
    take: number,
    skip: number,
  ): Promise<[Procedure[], number]> {
    const query = this.procedures
      .createQueryBuilder('procedure')
      .orderBy('procedure.code')
      .take(take)
      .skip(skip);
    query.where('1 = 1');
    if (question !== '') whereFolded(query, 'procedure.folded', question);
    if (fieldId !== null) query.andWhere('procedure.fieldId = :fieldId', { fieldId });
    if (status !== null) query.andWhere('procedure.status = :status', { status });
    return query.getManyAndCount();
  }

  /** @throws DomainError invalid beside `code` */
  async add(code: string, details: ProcedureDetails, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await tx.existsBy(Procedure, { code })) throw fault('code', 'directoryAdmin.procedure.codeTaken');
      const row = { ...details, code, status: 'ACTIVE' as const, ...(await derived(tx, code, details)) };
      await tx.insert(Procedure, row);
      await this.audit.record(tx, by, { action: 'procedure.add', subjectKind: 'procedure', subject: code });
    });
  }

  async change(code: string, details: ProcedureDetails, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const before = await tx.findOneByOrFail(Procedure, { code });
      const columns = Object.entries(details)
        .filter(
          ([column, value]) => JSON.stringify(before[column as keyof Procedure]) !== JSON.stringify(value),
        )
        .map(([column]) => column);
      if (columns.length === 0) return;
      await tx.update(Procedure, { code }, { ...details, ...(await derived(tx, code, details)) });
      const facts = { columns: columns.join(' ') };
      const note = { action: 'procedure.edit', subjectKind: 'procedure', subject: code, details: facts };
      await this.audit.record(tx, by, note);
    });
  }

  async setStatus(code: string, status: ProcedureStatus, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.update(Procedure, { code }, { status, revision: await nextRevision(tx) });
      const action = status === 'ACTIVE' ? 'procedure.restore' : 'procedure.repeal';
      await this.audit.record(tx, by, { action, subjectKind: 'procedure', subject: code });
    });
  }

  /** @throws DomainError invalid beside `name` */
  async addField(name: string, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const code = await freeCode(tx, name);
      await tx.insert(ProcedureField, { name, code, folded: foldedText(name) });
      await this.audit.record(tx, by, { action: 'field.add', subjectKind: 'field', subject: code });
    });
  }

  /**
   * Gives a field another name; its code stays, so that a file which still brings the old name finds it.
   * @throws DomainError invalid beside `name`
   */
  async renameField(id: number, name: string, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { code } = await tx.findOneByOrFail(ProcedureField, { id });
      await freeCode(tx, name, id);
      await tx.update(ProcedureField, { id }, { name, folded: foldedText(name, code) });
      // Procedures are found by the name of their field.
      for (const row of await tx.findBy(Procedure, { fieldId: id }))
        await tx.update(Procedure, { id: row.id }, { folded: foldedText(row.name, row.code, name) });
      await this.audit.record(tx, by, { action: 'field.rename', subjectKind: 'field', subject: code });
    });
  }

  async retireField(id: number, retired: boolean, by: AuditActor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { code } = await tx.findOneByOrFail(ProcedureField, { id });
      await tx.update(ProcedureField, { id }, { retired });
      const action = retired ? 'field.retire' : 'field.restore';
      await this.audit.record(tx, by, { action, subjectKind: 'field', subject: code });
    });
  }
}

async function derived(
  tx: EntityManager,
  code: string,
  { name, fieldId }: ProcedureDetails,
): Promise<Pick<Procedure, 'folded' | 'revision'>> {
  const field = await tx.findOneBy(ProcedureField, { id: fieldId });
  if (!field) throw fault('fieldId', 'errors.choose');
  return { folded: foldedText(name, code, field.name), revision: await nextRevision(tx) };
}

async function freeCode(tx: EntityManager, name: string, except?: number): Promise<string> {
  const code = fieldCode(name);
  if (code === '') throw fault('name', 'directoryAdmin.fields.noLetter');
  const taken = await tx.existsBy(ProcedureField, {
    code,
    ...(except === undefined ? {} : { id: Not(except) }),
  });
  if (taken) throw fault('name', 'directoryAdmin.fields.taken');
  return code;
}

async function nextRevision(tx: EntityManager): Promise<number> {
  return ((await tx.maximum(Procedure, 'revision')) ?? 0) + 1;
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan, type Repository } from 'typeorm';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { Procedure } from '../../directory/procedure.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { type KeysetPage, keysetPage, type PagingForm, sizeOf } from './keyset-page.js';
import { procedureJson } from './procedure.json.js';
import type { ProceduresForm } from './procedures.form.js';

/** Procedures in force, as programs read them. */
@Injectable()
export class ProcedureList {
  constructor(
    private readonly search: ProcedureSearch,
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    @InjectRepository(ProcedureField) private readonly allFields: Repository<ProcedureField>,
  ) {}

  /** @throws DomainError invalid beside `field`, where there is none of that code. */
  async page({ q, field, ...paging }: ProceduresForm): Promise<KeysetPage<object>> {
    const fieldId = field === '' ? undefined : await this.fieldId(field);
    const size = sizeOf(paging);
    const page =
      q === ''
        ? keysetPage(await this.inOrder(fieldId, paging.cursor, size), size, ({ code }) => code)
        : { items: await this.search.search(q, { limit: size, fieldId }), next: null };
    return { ...page, items: await this.described(page.items) };
  }

  /** @returns null where there is none of that code. */
  async one(code: string): Promise<object | null> {
    const found = await this.search.byCode(code);
    return found && ((await this.described([found]))[0] ?? null);
  }

  async fields({ cursor, ...paging }: PagingForm): Promise<KeysetPage<object>> {
    const size = sizeOf({ cursor, ...paging });
    const rows = await this.allFields.find({
      where: { code: MoreThan(cursor) },
      order: { code: 'ASC' },
      take: size + 1,
    });
    const page = keysetPage(rows, size, ({ code }) => code);
    return { ...page, items: page.items.map(({ code, name }) => ({ code, name })) };
  }

  private inOrder(fieldId: number | undefined, after: string, size: number): Promise<Procedure[]> {
    const narrowed = fieldId === undefined ? {} : { fieldId };
    return this.procedures.find({
      where: { status: 'ACTIVE', code: MoreThan(after), ...narrowed },
      order: { code: 'ASC' },
      take: size + 1,
    });
  }

  private async described(procedures: readonly Procedure[]): Promise<object[]> {
    const ids = [...new Set(procedures.map(({ fieldId }) => fieldId))];
    const fields = await this.allFields.findBy({ id: In(ids) });
    const byId = new Map(fields.map((field) => [field.id, field]));
    return procedures.map((procedure) => procedureJson(procedure, byId.get(procedure.fieldId) ?? null));
  }

  private async fieldId(code: string): Promise<number> {
    const found = await this.allFields.findOneBy({ code });
    if (found) return found.id;
    throw new DomainError('invalid', 'errors.invalid', {}, { field: { key: 'api.fault.field' } });
  }
}

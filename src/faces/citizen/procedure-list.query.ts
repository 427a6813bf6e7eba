import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, type Repository } from 'typeorm';
import { Procedure } from '../../directory/procedure.entity.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';

export type ListedProcedure = Pick<Procedure, 'code' | 'name'> & { readonly field: string };

export interface ProcedurePage {
  readonly rows: readonly ListedProcedure[];
  readonly hasMore: boolean;
}

const byName = new Intl.Collator('vi');

/** Procedures in force, for people who look around: by words, by field, or the fields themselves. */
@Injectable()
export class ProcedureList {
  constructor(
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    private readonly search: ProcedureSearch,
  ) {}

  /** Exact marks first. @param page from 1. */
  async found(question: string, page: number, limit: number): Promise<ProcedurePage> {
    const rows = await this.search.search(question, { offset: (page - 1) * limit, limit: limit + 1 });
    return this.pageOf(rows, limit);
  }

  /** @param after the code behind which the page begins. */
  async inField(fieldId: number, after: string, limit: number): Promise<ProcedurePage> {
    const where = { fieldId, status: 'ACTIVE' as const, code: MoreThan(after) };
    const rows = await this.procedures.find({ where, order: { code: 'ASC' }, take: limit + 1 });
    return this.pageOf(rows, limit);
  }

  /** @returns the fields that have procedures in force, as Vietnamese sort. */
  async allFields(): Promise<Pick<ProcedureField, 'id' | 'name'>[]> {
    const used = `SELECT 1 FROM procedure p WHERE p."fieldId" = field.id AND p.status = 'ACTIVE'`;
    const rows = await this.fields
      .createQueryBuilder('field')
      .select(['field.id', 'field.name'])
      .where(`EXISTS (${used})`)
      .getMany();
    return rows.sort((a, b) => byName.compare(a.name, b.name));
  }

  async fieldName(id: number): Promise<string | null> {
    return (await this.fields.findOneBy({ id }))?.name ?? null;
  }

  private async pageOf(found: readonly Procedure[], limit: number): Promise<ProcedurePage> {
    const names = new Map((await this.fields.find()).map(({ id, name }) => [id, name]));
    const rows = found.slice(0, limit);
    return {
      rows: rows.map(({ code, name, fieldId }) => ({ code, name, field: names.get(fieldId) ?? '' })),
      hasMore: found.length > limit,
    };
  }
}

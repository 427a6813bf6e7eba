import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { ProcedureBook } from '../../directory/procedure-book.service.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { cleanLine } from '../../platform/kernel/clean-text.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ProcedureForm } from './procedure.form.js';
import { procedureFormPage, procedureListPage, PROCEDURES_A_PAGE } from './procedure.view.js';

const FARTHEST = 100_000;
const PROCEDURE_STATUSES = ['ACTIVE', 'REPEALED'] as const;

/** Puts together what the pages about procedures show. */
@Injectable()
export class ProcedurePages {
  constructor(
    private readonly book: ProcedureBook,
    private readonly search: ProcedureSearch,
    @InjectRepository(ProcedureField) private readonly fieldRows: Repository<ProcedureField>,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  async list(query: Readonly<Record<string, unknown>>): Promise<Page> {
    const question = textOf(query['q']).slice(0, 200);
    const field = textOf(query['linhvuc']);
    const status = textOf(query['hieuluc']);
    const wanted = {
      question,
      fieldId: /^\d{1,9}$/.test(field) ? Number(field) : null,
      status: PROCEDURE_STATUSES.find((one) => one === status) ?? null,
    };
    const first = /^\d{1,6}$/.test(textOf(query['tu'])) ? Math.min(Number(query['tu']), FARTHEST) : 0;
    const [rows, total] = await this.book.list(wanted, PROCEDURES_A_PAGE, first);
    const fields = await this.fields();
    return procedureListPage({
      rows,
      total,
      first,
      fields,
      form: { q: question, linhvuc: field, hieuluc: status },
    });
  }

  /** @throws DomainError not-found */
  async open(code: string): Promise<Procedure> {
    const row = await this.search.byCode(code);
    if (!row) throw new DomainError('not-found', 'errors.page.notFound.title');
    return row;
  }

  async form(row: Procedure, form: ProcedureForm, errors: FieldErrors, status: number): Promise<Page> {
    const used = await this.items.countBy({ procedureId: row.id });
    return procedureFormPage({ form, errors, fields: await this.fields(), row, used }, status);
  }

  /** @returns all fields in Vietnamese order, those out of use among them. */
  async fields(): Promise<ProcedureField[]> {
    const collator = new Intl.Collator('vi');
    return (await this.fieldRows.find()).sort((a, b) => collator.compare(a.name, b.name));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value) : '';
}

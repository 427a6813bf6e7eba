import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { ProcedureBook } from '../../directory/procedure-book.service.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { Procedure } from '../../directory/procedure.entity.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { FieldForm } from './field.form.js';
import { fieldListPage, fieldPage } from './field.view.js';

/** Fields of procedures: added, renamed, taken out of use. */
@Controller()
@StaffOverAll('ADMIN')
export class FieldController {
  constructor(
    private readonly book: ProcedureBook,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
  ) {}

  @Get(paths.fields.route)
  list(): Promise<Page> {
    return this.listPage(readForm(FieldForm, {}).value, {}, 200);
  }

  @Post(paths.fields.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(FieldForm, body);
    const again = (said: FieldErrors): Promise<Page> => this.listPage(value, said, 422);
    if (!ok) return again(errors);
    return saved('added', again, () => this.book.addField(value.name, auditedStaff(admin)));
  }

  @Get(paths.field.route)
  async form(@Param('id') id: string): Promise<Page> {
    const row = await this.open(id);
    return fieldPage(row, Object.assign(readForm(FieldForm, {}).value, { name: row.name }), {}, 200);
  }

  @Post(paths.field.route)
  async rename(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const row = await this.open(id);
    const { value, errors, ok } = readForm(FieldForm, body);
    const again = (said: FieldErrors): Promise<Page> => Promise.resolve(fieldPage(row, value, said, 422));
    if (!ok) return again(errors);
    return saved('renamed', again, () => this.book.renameField(row.id, value.name, auditedStaff(admin)));
  }

  @Post(paths.fieldRetire.route)
  async retire(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const { id: known, retired } = await this.open(id);
    await this.book.retireField(known, !retired, auditedStaff(admin));
    const key = retired ? 'directoryAdmin.fields.isRestored' : 'directoryAdmin.fields.isRetired';
    return redirect(paths.fields.to(), { tone: 'success', key });
  }

  private async open(id: string): Promise<ProcedureField> {
    const row = /^\d{1,9}$/.test(id) ? await this.fields.findOneBy({ id: Number(id) }) : null;
    if (!row) throw new DomainError('not-found', 'errors.notFound');
    return row;
  }

  private async listPage(form: FieldForm, errors: FieldErrors, status: number): Promise<Page> {
    const counted = await this.procedures
      .createQueryBuilder('procedure')
      .select('procedure.fieldId', 'fieldId')
      .addSelect('COUNT(*)', 'procedures')
      .groupBy('procedure.fieldId')
      .getRawMany<{ fieldId: number | string; procedures: number | string }>();
    const used = new Map(counted.map(({ fieldId, procedures }) => [Number(fieldId), Number(procedures)]));
    return fieldListPage(await this.fields.find(), used, form, errors, status);
  }
}

async function saved(
  done: 'added' | 'renamed',
  again: (errors: FieldErrors) => Promise<Page>,
  write: () => Promise<void>,
): Promise<Page | Redirect> {
  try {
    await write();
    return redirect(paths.fields.to(), { tone: 'success', key: `directoryAdmin.fields.${done}` });
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
    return again(error.fields);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ProcedureBook } from '../../directory/procedure-book.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { NewProcedureForm, ProcedureForm } from './procedure.form.js';
import { ProcedurePages } from './procedure-pages.service.js';
import { detailsOf, procedureFormPage, valuesOf } from './procedure.view.js';

/** The catalogue of procedures, for all agencies alike. */
@Controller()
@StaffOverAll('ADMIN')
export class ProcedureController {
  constructor(
    private readonly book: ProcedureBook,
    private readonly pages: ProcedurePages,
  ) {}

  @Get(paths.procedures.route)
  list(@Query() query: Record<string, unknown>): Promise<Page> {
    return this.pages.list(query);
  }

  @Get(paths.procedureNew.route)
  form(): Promise<Page> {
    return this.newPage(readForm(NewProcedureForm, {}).value, {}, 200);
  }

  @Post(paths.procedureNew.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(NewProcedureForm, body);
    if (!ok) return this.newPage(value, errors, 422);
    try {
      await this.book.add(value.code, detailsOf(value), auditedStaff(admin));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.newPage(value, error.fields, 422);
    }
    const to = paths.procedure.to({ code: value.code });
    return redirect(to, { tone: 'success', key: 'directoryAdmin.procedure.added' });
  }

  @Get(paths.procedure.route)
  async show(@Param('code') code: string): Promise<Page> {
    const row = await this.pages.open(code);
    return this.pages.form(row, valuesOf(row), {}, 200);
  }

  @Post(paths.procedure.route)
  async change(
    @CurrentStaff() admin: SignedIn,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const row = await this.pages.open(code);
    const { value, errors, ok } = readForm(ProcedureForm, body);
    if (!ok) return this.pages.form(row, value, errors, 422);
    try {
      await this.book.change(row.code, detailsOf(value), auditedStaff(admin));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.pages.form(row, value, error.fields, 422);
    }
    return redirect(paths.procedure.to({ code }), {
      tone: 'success',
      key: 'directoryAdmin.procedure.saved',
    });
  }

  @Post(paths.procedureStatus.route)
  async status(@CurrentStaff() admin: SignedIn, @Param('code') code: string): Promise<Redirect> {
    const row = await this.pages.open(code);
    const isActive = row.status === 'ACTIVE';
    await this.book.setStatus(row.code, isActive ? 'REPEALED' : 'ACTIVE', auditedStaff(admin));
    const key = isActive ? 'directoryAdmin.procedure.repealed' : 'directoryAdmin.procedure.restored';
    return redirect(paths.procedure.to({ code }), { tone: 'success', key });
  }

  private async newPage(form: NewProcedureForm, errors: FieldErrors, status: number): Promise<Page> {
    return procedureFormPage({ form, errors, fields: await this.pages.fields(), row: null, used: 0 }, status);
  }
}

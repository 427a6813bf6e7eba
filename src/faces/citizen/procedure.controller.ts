import { Controller, Get, Param, Query } from '@nestjs/common';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { ProcedureVoicesQuery } from '../../publication/procedure-voices.query.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { ProcedureForm } from './procedure.form.js';
import { ProcedureList, type ProcedurePage } from './procedure-list.query.js';
import { procedureList, procedurePage } from './procedure.view.js';

const PAGE = 20;
const ANSWERS = 5;

/** Procedures for everybody: found by words or by field, each with what is said of it most in public. */
@Public()
@Controller()
export class ProcedureController {
  constructor(
    private readonly procedures: ProcedureList,
    private readonly search: ProcedureSearch,
    private readonly voices: ProcedureVoicesQuery,
    private readonly published: PublishedQuery,
    private readonly translator: Translator,
  ) {}

  @Get(paths.publicProcedures.route)
  async list(@Query() query: unknown): Promise<Page> {
    const { value: form, errors: faults, ok } = readForm(ProcedureForm, query);
    const field = ok && form.field ? await this.procedures.fieldName(form.field) : null;
    const isUnknown = ok && form.field !== null && field === null;
    const errors = isUnknown ? { field: { key: 'published.error.field' } } : faults;
    const found = ok && !isUnknown ? await this.found(form) : null;
    const fields = found === null ? await this.procedures.allFields() : [];
    const model = procedureList(form, errors, { found, field, fields });
    return page('citizen/procedures', model, Object.keys(errors).length > 0 ? 422 : 200);
  }

  @Get(paths.publicProcedure.route)
  async show(@Param('code') code: string, @Visitor() { lang }: VisitorContext): Promise<Page> {
    const procedure = code.length > 8 ? null : await this.search.byCode(code);
    if (!procedure) throw new DomainError('not-found', 'published.procedures.notFound');
    const voices = await this.voices.of(procedure.id);
    const { rows: answers } = await this.published.page({ procedureId: procedure.id }, {}, ANSWERS);
    const field = (await this.procedures.fieldName(procedure.fieldId)) ?? '';
    const model = procedurePage(procedure, field, { voices, answers }, (message) =>
      this.translator.say(message, lang),
    );
    return page('citizen/procedure', model);
  }

  private async found(form: ProcedureForm): Promise<ProcedurePage | null> {
    if (form.q !== '') return this.procedures.found(form.q, form.page ?? 1, PAGE);
    return form.field ? this.procedures.inField(form.field, form.after, PAGE) : null;
  }
}

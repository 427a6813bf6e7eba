import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { QueryOf } from './form.pipe.js';
import { type KeysetPage, linkNext, PagingForm } from './keyset-page.js';
import { LIST_FIELDS, LIST_PROCEDURES, READ_PROCEDURE } from './open-data.operations.js';
import { Operation } from './operation.js';
import { ProcedureList } from './procedure-list.query.js';
import { ProceduresForm } from './procedures.form.js';

/** What a submission may be about: administrative procedures, and the fields that group them. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class ProceduresController {
  constructor(
    private readonly procedures: ProcedureList,
    private readonly settings: Settings,
  ) {}

  @Get(API.procedures.route)
  @Operation(LIST_PROCEDURES)
  async list(
    @QueryOf(ProceduresForm) form: ProceduresForm,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<KeysetPage<object>> {
    return this.linked(await this.procedures.page(form), request, response);
  }

  @Get(API.fields.route)
  @Operation(LIST_FIELDS)
  async fields(
    @QueryOf(PagingForm) form: PagingForm,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<KeysetPage<object>> {
    return this.linked(await this.procedures.fields(form), request, response);
  }

  /** Also of procedures that were repealed: people feel rules after their end. */
  @Get(API.procedure.route)
  @Operation(READ_PROCEDURE)
  async one(@Param('code') code: string): Promise<object> {
    const found = await this.procedures.one(code);
    if (!found) throw new DomainError('not-found', 'errors.notFound');
    return found;
  }

  private linked(page: KeysetPage<object>, request: WebRequest, response: Response): KeysetPage<object> {
    linkNext(page, this.settings.baseUrl, request, response);
    return page;
  }
}

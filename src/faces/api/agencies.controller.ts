import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { AgencyList } from './agency-list.query.js';
import { AgenciesForm } from './agencies.form.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { QueryOf } from './form.pipe.js';
import { type KeysetPage, linkNext } from './keyset-page.js';
import { LIST_AGENCIES, READ_AGENCY } from './open-data.operations.js';
import { Operation } from './operation.js';

/** Who takes things in, and how to reach them (Đ.13 NĐ 20/2008/NĐ-CP). */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class AgenciesController {
  constructor(
    private readonly agencies: AgencyList,
    private readonly settings: Settings,
  ) {}

  @Get(API.agencies.route)
  @Operation(LIST_AGENCIES)
  async list(
    @QueryOf(AgenciesForm) form: AgenciesForm,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<KeysetPage<object>> {
    const page = await this.agencies.page(form);
    linkNext(page, this.settings.baseUrl, request, response);
    return page;
  }

  /** Also of agencies that are no more. */
  @Get(API.agency.route)
  @Operation(READ_AGENCY)
  async one(@Param('code') code: string): Promise<object> {
    const found = await this.agencies.one(code);
    if (!found) throw new DomainError('not-found', 'errors.notFound');
    return found;
  }
}

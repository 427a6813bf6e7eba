import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../platform/config/settings.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { PublishedState } from '../../publication/published-state.query.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { QueryOf } from './form.pipe.js';
import { type KeysetPage, linkNext, sizeOf } from './keyset-page.js';
import { READ_PUBLISHED, SEARCH_PUBLISHED } from './open-data.operations.js';
import { Operation } from './operation.js';
import { PublishedNames } from './published-names.service.js';
import { PublishedForm } from './published.form.js';
import { publishedJson } from './published.json.js';

/** Answers that everybody may read, as on the pages. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class PublishedController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly state: PublishedState,
    private readonly names: PublishedNames,
    private readonly translator: Translator,
    private readonly settings: Settings,
  ) {}

  @Get(API.published.route)
  @Operation(SEARCH_PUBLISHED)
  async search(
    @QueryOf(PublishedForm) form: PublishedForm,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<KeysetPage<object>> {
    const question = await this.names.question(form);
    const edge = form.cursor === '' ? {} : { after: form.cursor };
    const { rows, next } = await this.published.page(question, edge, sizeOf(form));
    const page = { items: rows.map((row) => publishedJson(row, this.about(request))), next };
    linkNext(page, this.settings.baseUrl, request, response);
    return page;
  }

  /** @throws DomainError gone, saying why, for what was taken back; not-found for what never was public. */
  @Get(API.publishedOne.route)
  @Operation(READ_PUBLISHED)
  async one(@Param('number') number: string, @Req() request: WebRequest): Promise<object> {
    const known = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null;
    const answer = known === null ? null : await this.published.one(known);
    if (answer) return publishedJson(answer, this.about(request));
    const notice = known === null ? null : await this.state.notice(known);
    throw notice ? new DomainError('gone', notice.key) : new DomainError('not-found', 'published.notFound');
  }

  private about({ lang }: WebRequest): Parameters<typeof publishedJson>[1] {
    const { baseUrl } = this.settings;
    return { baseUrl, say: (message) => this.translator.say(message, lang) };
  }
}

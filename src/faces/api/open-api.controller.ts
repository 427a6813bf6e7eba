import { Controller, Get, Req } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Public } from '../../platform/web/access.js';
import { type Page, page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { API } from './api-addresses.js';
import { apiPage } from './api-page.view.js';
import { DescribedRoutes } from './described-routes.js';
import { openApiDocument, type Words } from './open-api.document.js';

/** What there is for programs: the document, and a page for the people who write them. */
@Public()
@Controller()
export class OpenApiController {
  constructor(
    private readonly routes: DescribedRoutes,
    private readonly settings: Settings,
    private readonly translator: Translator,
  ) {}

  @Get(API.openApi.route)
  document(@Req() { lang }: WebRequest): object {
    return openApiDocument(this.routes.list(), this.settings.baseUrl, this.words(lang));
  }

  @Get([paths.api.route, API.version.route])
  show(@Req() { lang }: WebRequest): Page {
    const { baseUrl } = this.settings;
    const model = apiPage(this.routes.list(), baseUrl, this.words(lang));
    return page('api/api', { title: 'api.page.title', ...model });
  }

  private words(lang: WebRequest['lang']): Words {
    return (key) => this.translator.t(key, {}, lang);
  }
}

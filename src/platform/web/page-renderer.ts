import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../config/settings.js';
import { DEFAULT_LANGUAGE } from '../i18n/translator.js';
import { authorityIdentity } from '../installation/authority-identity.js';
import { Choices } from '../installation/choices.service.js';
import { Csrf } from './csrf.js';
import { FlashCookie } from './flash-cookie.js';
import { pageAddress } from './page-address.js';
import type { Page } from './page.js';
import { type Site, siteOf } from './site.js';
import { ViewEngine } from './view-engine.js';
import type { WebRequest } from './web-request.js';
import { isWorkplace } from './workplace.js';

/** Makes a page's document, with what the layout needs to know about the request. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly views: ViewEngine,
    private readonly csrf: Csrf,
    private readonly flashes: FlashCookie,
    private readonly settings: Settings,
    private readonly choices: Choices,
  ) {}

  /** Sets status and headers (the flash cookie among them) on the response. @returns the document. */
  async render(page: Page, request: WebRequest, response: Response): Promise<string> {
    const site = await this.site(page);
    // Errors can come before the middlewares that find these out.
    const { staff = null, onDuty = null, lang = DEFAULT_LANGUAGE } = request as Partial<WebRequest>;
    const flash = this.flashes.take(request, response);
    const root = {
      titleParams: {},
      ...page.model,
      lang,
      site,
      staff,
      flash,
      here: request.path,
      atWork: staff !== null && isWorkplace(request.path),
      inOtherLanguage: pageAddress(request, { lang: lang === 'vi' ? 'en' : 'vi' }),
      demo: this.settings.demo,
      mailToFolder: this.settings.smtp === null,
    };
    const html = this.views.render(page.view, root, {
      lang,
      csrfToken: () => this.csrf.token(request, response),
    });
    response.status(page.status);
    response.set('Content-Type', 'text/html; charset=utf-8');
    response.set('Content-Language', lang);
    const kept = staff === null && onDuty === null && !page.isConfidential && page.status < 400;
    response.set('Cache-Control', kept ? 'private, no-cache' : 'no-store');
    return html;
  }
  /** Asked once for a page; a page that tells of a fault of ours must not need the database. */
  private async site({ status }: Page): Promise<Site> {
    const { standard } = authorityIdentity;
    if (status >= 500) return siteOf(standard);
    return siteOf(await this.choices.get(authorityIdentity).catch(() => standard));
  }
}

import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../../platform/config/settings.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { Public } from '../../../platform/web/access.js';
import { paths } from '../../../platform/web/paths.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { PRODUCTION, TEST } from './open311-addresses.js';
import type { Open311Document, Open311Record } from './open311-document.js';
import { formatOf, FORMATS, reply } from './open311-reply.js';

/** The day on which what these addresses answer was last changed. */
const CHANGESET = '2026-11-21T00:00:00Z';
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
const FORMAT_TYPES = ['text/xml', 'application/json'];

/** Tells programs where the service is, and where they may try. */
@Controller()
export class DiscoveryController {
  constructor(
    private readonly settings: Settings,
    private readonly translator: Translator,
  ) {}

  @Public()
  @Get(FORMATS.map((format) => `/open311/discovery.${format}`))
  discovery(@Req() request: WebRequest, @Res() response: Response): void {
    reply(response, formatOf(request.path), this.document(request.lang));
  }

  private document(lang: WebRequest['lang']): Open311Document {
    const { baseUrl } = this.settings;
    const contact = this.translator.t('open311.contact', { address: baseUrl + paths.published.to() }, lang);
    const endpoints = [endpoint(baseUrl + PRODUCTION, 'production'), endpoint(baseUrl + TEST, 'test')];
    const body = {
      changeset: CHANGESET,
      contact,
      key_service: this.translator.t('open311.keyService', {}, lang),
      endpoints,
    };
    return { root: 'discovery', body };
  }
}

function endpoint(url: string, type: 'production' | 'test'): Open311Record {
  return { specification: SPECIFICATION, url, changeset: CHANGESET, type, formats: FORMAT_TYPES };
}

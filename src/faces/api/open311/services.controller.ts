import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../../platform/config/settings.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { Public } from '../../../platform/web/access.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { jurisdictionOf, requireJurisdiction } from './jurisdiction.js';
import { addressesOf } from './open311-addresses.js';
import { Open311Error } from './open311-error.js';
import { Open311ErrorFilter } from './open311-error.filter.js';
import { formatOf, reply } from './open311-reply.js';
import { serviceDefinition, serviceListDocument } from './service-document.js';
import { ServiceList } from './service-list.query.js';

type Sent = Readonly<Record<string, unknown>>;

/** What something can be said about, and what has to be said. */
@Controller()
@UseFilters(Open311ErrorFilter)
export class ServicesController {
  constructor(
    private readonly settings: Settings,
    private readonly translator: Translator,
    private readonly services: ServiceList,
  ) {}

  @Public()
  @Get(addressesOf('services'))
  async list(@Query() sent: Sent, @Req() request: WebRequest, @Res() response: Response): Promise<void> {
    requireJurisdiction(sent, jurisdictionOf(this.settings.baseUrl));
    const document = serviceListDocument(await this.services.all(), this.say(request));
    reply(response, formatOf(request.path), document);
  }

  @Public()
  @Get(addressesOf('services/:code'))
  async definition(
    @Param('code') code: string,
    @Query() sent: Sent,
    @Req() request: WebRequest,
    @Res() response: Response,
  ): Promise<void> {
    requireJurisdiction(sent, jurisdictionOf(this.settings.baseUrl));
    const service = await this.services.byCode(code);
    if (!service) throw new Open311Error(404, [{ key: 'open311.noService' }]);
    reply(response, formatOf(request.path), serviceDefinition(service, this.say(request)));
  }

  private say({ lang }: WebRequest): (key: string) => string {
    return (key) => this.translator.t(key, {}, lang);
  }
}

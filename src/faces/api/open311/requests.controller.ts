import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../../../platform/config/settings.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Public } from '../../../platform/web/access.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { jurisdictionOf, requireJurisdiction } from './jurisdiction.js';
import { addressesOf } from './open311-addresses.js';
import { Open311Error } from './open311-error.js';
import { Open311ErrorFilter } from './open311-error.filter.js';
import { formatOf, reply } from './open311-reply.js';
import { requestListDocument } from './request-document.js';
import { requestQuestion } from './request-question.js';
import { VisibleRequests } from './visible-requests.service.js';

type Sent = Readonly<Record<string, unknown>>;

/** What was said before, and what has become of it. */
@Controller()
@UseFilters(Open311ErrorFilter)
export class RequestsController {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly requests: VisibleRequests,
  ) {}

  @Public()
  @Get(addressesOf('requests'))
  async list(@Query() sent: Sent, @Req() request: WebRequest, @Res() response: Response): Promise<void> {
    requireJurisdiction(sent, jurisdictionOf(this.settings.baseUrl));
    const rows = await this.requests.list(request, sent, requestQuestion(sent, this.clock.now()));
    reply(response, formatOf(request.path), requestListDocument(rows));
  }

  @Public()
  @Get(addressesOf('requests/:id'))
  async one(
    @Param('id') id: string,
    @Query() sent: Sent,
    @Req() request: WebRequest,
    @Res() response: Response,
  ): Promise<void> {
    requireJurisdiction(sent, jurisdictionOf(this.settings.baseUrl));
    const question = requestQuestion({ service_request_id: id }, this.clock.now());
    const [row] = await this.requests.list(request, sent, question);
    if (!row) throw new Open311Error(404, [{ key: 'open311.noRequest' }]);
    reply(response, formatOf(request.path), requestListDocument([row]));
  }
}

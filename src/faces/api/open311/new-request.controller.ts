import { Body, Controller, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import type { Feedback } from '../../../feedback/feedback.entity.js';
import { Settings } from '../../../platform/config/settings.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { formatDay } from '../../../platform/kernel/civil-day.js';
import { Public } from '../../../platform/web/access.js';
import { paths } from '../../../platform/web/paths.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { TrackingPin } from '../../../tracking/tracking-pin.js';
import { jurisdictionOf, requireJurisdiction } from './jurisdiction.js';
import { newRequest } from './new-request.js';
import { addressesOf, isTrial } from './open311-addresses.js';
import { Open311Error } from './open311-error.js';
import { Open311ErrorFilter } from './open311-error.filter.js';
import { Open311Partner } from './open311-partner.service.js';
import { formatOf, reply } from './open311-reply.js';
import { SubmitRequest } from './submit-request.service.js';

/** What a trial is called; nothing is found under it later. */
const TRIED = 'TEST';
const KEY = /^[\x21-\x7e]{1,200}$/;

/** A partner's program sends what somebody has to say. The key comes as a parameter, so the guard cannot ask for it. */
@Controller()
@UseFilters(Open311ErrorFilter)
export class NewRequestController {
  constructor(
    private readonly settings: Settings,
    private readonly translator: Translator,
    private readonly partners: Open311Partner,
    private readonly requests: SubmitRequest,
    private readonly pins: TrackingPin,
  ) {}

  @Public()
  @Post(addressesOf('requests'))
  async send(@Body() body: unknown, @Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const sent = (body ?? {}) as Readonly<Record<string, unknown>>;
    const partner = await this.partners.of(request, sent, 'submit');
    if (!partner) throw new Open311Error(403, [{ key: 'errors.partnerKey.missing' }]);
    requireJurisdiction(sent, jurisdictionOf(this.settings.baseUrl));
    const say = (key: string, params: Record<string, string>) => this.translator.t(key, params, request.lang);
    const read = newRequest(sent, say);
    response.set('Cache-Control', 'no-store');
    if (isTrial(request.path)) {
      await this.requests.tryOut(read);
      this.answer(request, response, TRIED, say('open311.tried', {}));
      return;
    }
    const item = await this.requests.submit(read, partner.partnerId, repeatKeyOf(request));
    this.answer(request, response, item.code, say('open311.notice', this.facts(item)));
  }

  private facts({ code, dueDay }: Feedback): Record<string, string> {
    const address = this.settings.baseUrl + paths.track.to();
    return { code, pin: this.pins.of(code), day: formatDay(dueDay), address };
  }

  private answer(request: WebRequest, response: Response, id: string, notice: string): void {
    const body = [{ service_request_id: id, service_notice: notice, account_id: null }];
    reply(response, formatOf(request.path), { root: 'service_requests', body });
  }
}

/** @throws Open311Error 400 for a key that is no word of printable ASCII. */
function repeatKeyOf(request: WebRequest): string | null {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return null;
  if (!KEY.test(key)) throw new Open311Error(400, [{ key: 'open311.badRepeatKey' }]);
  return key;
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Feedback } from '../../../feedback/feedback.entity.js';
import { Settings } from '../../../platform/config/settings.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { cleanLine } from '../../../platform/kernel/clean-text.js';
import { DomainError } from '../../../platform/kernel/errors.js';
import { Partner } from '../../../platform/web/access.js';
import type { SignedInPartner } from '../../../platform/web/signed-in.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { CitizenItemQuery } from '../../../tracking/citizen-item.query.js';
import { promiseMeans } from '../../../tracking/standing.js';
import { QueryOf } from '../form.pipe.js';
import { iso, itemJson, lower, type Say } from '../item.json.js';
import { type KeysetPage, keysetPage, linkNext, sizeOf } from '../keyset-page.js';
import { Operation } from '../operation.js';
import { numberIn } from './item-cursor.js';
import { PARTNER_API } from './partner-addresses.js';
import { PartnerItemsForm } from './partner-items.form.js';
import { LIST_PARTNER_ITEMS, READ_PARTNER_ITEM } from './partner-items.operations.js';
import { PartnerItems } from './partner-items.query.js';
import { ThisPartner } from './signed-in-partner.js';

/** A partner's own items, by its own numbers: what their submitters would see. */
@Controller()
@Partner('track')
export class PartnerItemsController {
  constructor(
    private readonly own: PartnerItems,
    private readonly items: CitizenItemQuery,
    private readonly translator: Translator,
    private readonly settings: Settings,
  ) {}

  @Operation(LIST_PARTNER_ITEMS)
  @Get(PARTNER_API.items.route)
  async list(
    @ThisPartner() { partnerId }: SignedInPartner,
    @QueryOf(PartnerItemsForm) form: PartnerItemsForm,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<KeysetPage<object>> {
    const size = sizeOf(form);
    const question = { externalNumber: form.externalNumber, behind: numberIn(form.cursor) };
    const rows = await this.own.list(partnerId, question, size + 1);
    const { items, next } = keysetPage(rows, size, ({ id }) => String(id));
    linkNext({ items, next }, this.settings.baseUrl, request, response);
    response.set('Cache-Control', 'no-store');
    const say: Say = (message) => this.translator.say(message, request.lang);
    return { items: items.map((item) => itemRow(item, say)), next };
  }

  /** @throws DomainError not-found for a number that this partner never sent. */
  @Operation(READ_PARTNER_ITEM)
  @Get(PARTNER_API.item.route)
  async item(
    @ThisPartner() { partnerId }: SignedInPartner,
    @Param('externalNumber') typed: string,
    @Req() { lang }: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const number = cleanLine(typed);
    const code = number === '' ? null : await this.own.codeOf(partnerId, number);
    const found = code === null ? null : await this.items.byCode(code);
    if (found === null) throw new DomainError('not-found', 'errors.notFound');
    response.set('Cache-Control', 'no-store');
    return itemJson(found, (message) => this.translator.say(message, lang));
  }
}

function itemRow(item: Feedback, say: Say): object {
  return {
    code: item.code,
    externalNumber: item.externalNumber,
    state: lower(item.state),
    stateLabel: say({ key: `lifecycle.state.${item.state}` }),
    due: promiseMeans(item) ? item.dueDay : null,
    title: item.title,
    submittedAt: iso(item.submittedAt),
    changedAt: iso(item.changedAt),
  };
}

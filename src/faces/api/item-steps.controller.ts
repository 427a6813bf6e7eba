import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { FormFiles } from '../../intake/form-files.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Public } from '../../platform/web/access.js';
import { TakesFiles } from '../../platform/web/takes-files.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import type { OpenedItem as Seen } from '../../tracking/citizen-steps.service.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { RATE, REOPEN, SUPPLEMENT, WITHDRAW } from './feedback.operations.js';
import { ItemAccess, type OpenedItem } from './item-access.service.js';
import { ItemSteps } from './item-steps.service.js';
import { Operation } from './operation.js';
import { Sent, type SentBody, stagedOf } from './sent-body.js';
import { STEP_BODIES } from './step.members.js';

/** What a citizen does to the own item, or the partner that brought it. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class ItemStepsController {
  constructor(
    private readonly access: ItemAccess,
    private readonly steps: ItemSteps,
    private readonly files: FormFiles,
    private readonly translator: Translator,
  ) {}

  @Post(API.supplement.route)
  @HttpCode(200)
  @TakesFiles(CITIZEN_FILES)
  @Operation(SUPPLEMENT)
  supplement(
    @Param('code') code: string,
    @Sent() sent: SentBody,
    @Req() request: WebRequest,
  ): Promise<object> {
    return this.addTo('supplement', code, sent, request);
  }

  @Post(API.reopening.route)
  @HttpCode(200)
  @TakesFiles(CITIZEN_FILES)
  @Operation(REOPEN)
  reopen(@Param('code') code: string, @Sent() sent: SentBody, @Req() request: WebRequest): Promise<object> {
    return this.addTo('reopening', code, sent, request);
  }

  @Post(API.rating.route)
  @HttpCode(200)
  @Operation(RATE)
  async rate(
    @Param('code') code: string,
    @Sent() sent: SentBody,
    @Req() request: WebRequest,
  ): Promise<object> {
    const opened = await this.access.open(request, code, 'submit');
    const { version, rating, words } = await this.steps.read(STEP_BODIES.rating, opened, sent);
    await this.steps.take((steps) => steps.rate(seen(opened, version), rating, words));
    return this.done('rate', opened, request);
  }

  @Post(API.withdraw.route)
  @HttpCode(200)
  @Operation(WITHDRAW)
  async withdraw(
    @Param('code') code: string,
    @Sent() sent: SentBody,
    @Req() request: WebRequest,
  ): Promise<object> {
    const opened = await this.access.open(request, code, 'submit');
    const { version } = await this.steps.read(STEP_BODIES.withdraw, opened, sent);
    await this.steps.take((steps) => steps.withdraw(seen(opened, version)));
    return this.done('withdraw', opened, request);
  }

  private async addTo(
    step: 'supplement' | 'reopening',
    code: string,
    sent: SentBody,
    request: WebRequest,
  ): Promise<object> {
    const opened = await this.access.open(request, code, 'submit');
    const { version, content } = await this.steps.read(STEP_BODIES[step], opened, sent);
    const files = await stagedOf(this.files, sent);
    const name = step === 'reopening' ? 'reopen' : step;
    const on = seen(opened, version);
    await this.steps.take((steps, kept) => steps[name](on, content, kept), files);
    return this.done(name, opened, request);
  }

  private done(step: string, { code }: OpenedItem, { lang }: WebRequest): object {
    const message = this.translator.t(`tracking.${step}.done`, {}, lang);
    return { code, message, href: API.item.to({ code }) };
  }
}

function seen({ code, partner }: OpenedItem, expectedVersion: number): Seen {
  return { code, partner, expectedVersion };
}

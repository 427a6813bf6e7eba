import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { formView } from '../../platform/web/form-view.js';
import { type Page, page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm, type ReadForm } from '../../platform/web/read-form.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { CitizenSteps, type OpenedItem } from '../../tracking/citizen-steps.service.js';
import { TicketCookies } from './ticket-cookies.js';
import { type AnyStepForm, RateForm, ReopenForm, SupplementForm, WithdrawForm } from './track.form.js';
import { itemPage } from './track-item.view.js';
import { reopenedPage, type StepName, withdrawPage } from './track.view.js';

/** What a citizen does to the own item. Whatever goes wrong, what was typed comes back. */
@Public()
@Controller()
export class TrackStepsController {
  constructor(
    private readonly steps: CitizenSteps,
    private readonly items: CitizenItemQuery,
    private readonly tickets: TicketCookies,
  ) {}

  @Post(paths.trackSupplement.route)
  supplement(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const form = readForm(SupplementForm, body);
    return this.take('supplement', form, { request, response }, (opened) =>
      this.steps.supplement(opened, form.value.content),
    );
  }

  @Post(paths.trackReopen.route)
  reopen(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const form = readForm(ReopenForm, body);
    return this.take('reopen', form, { request, response }, (opened) =>
      this.steps.reopen(opened, form.value.content),
    );
  }

  @Post(paths.trackRate.route)
  rate(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const form = readForm(RateForm, body);
    return this.take('rate', form, { request, response }, (opened) =>
      this.steps.rate(opened, form.value.rating, form.value.words),
    );
  }

  @Post(paths.trackWithdraw.route)
  withdraw(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const form = readForm(WithdrawForm, body);
    return this.take('withdraw', form, { request, response }, (opened) => this.steps.withdraw(opened));
  }

  /** Asks once more: a withdrawn item never comes back. */
  @Get(paths.trackWithdraw.route)
  async askToWithdraw(@Req() request: Request): Promise<Page | Redirect> {
    const code = this.tickets.read(request, 'item');
    const found = code === null ? null : await this.items.byCode(code);
    if (!found?.actions.includes('withdraw')) return redirect(paths.trackItem.to());
    return page('citizen/track-withdraw', withdrawPage(found, formView({ confirm: false }))).confidential();
  }

  /** Reloading after a fault: the item is over there. */
  @Get([paths.trackSupplement.route, paths.trackReopen.route, paths.trackRate.route])
  toItem(): Redirect {
    return redirect(paths.trackItem.to());
  }

  private async take<F extends AnyStepForm>(
    step: StepName,
    { value, errors, ok }: ReadForm<F>,
    { request, response }: { request: Request; response: Response },
    run: (opened: OpenedItem) => Promise<unknown>,
  ): Promise<Page | Redirect> {
    const code = this.tickets.read(request, 'item');
    // Closed meanwhile, or another tab has opened another item: never act on what was not meant.
    if (code === null || code !== value.code)
      return page('citizen/track', reopenedPage(step, value, code !== null), 403);
    if (errors.version) throw new DomainError('invalid', 'errors.brokenForm');
    if (!ok) return this.again(code, step, value, errors, 422);
    try {
      await run({ code, expectedVersion: value.version });
      this.tickets.give(response, 'item', code);
      return redirect(paths.trackItem.to(), { tone: 'success', key: `tracking.${step}.done` });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return this.again(code, step, value, error.fields, 422);
      if (error.kind === 'conflict' || error.kind === 'forbidden')
        return this.again(code, step, value, {}, 409);
      throw error;
    }
  }

  private async again(
    code: string,
    step: StepName,
    value: AnyStepForm,
    errors: FieldErrors,
    status: number,
  ): Promise<Page> {
    const found = await this.items.byCode(code);
    if (!found) throw new DomainError('not-found', 'errors.notFound');
    const form = formView(value, errors);
    if (step === 'withdraw' && status === 422)
      return page('citizen/track-withdraw', withdrawPage(found, form), status);
    const refused = status === 409 ? { step, form, staleSince: value.version } : { step, form };
    return page('citizen/track-item', itemPage(found, refused), status);
  }
}

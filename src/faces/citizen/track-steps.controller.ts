import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { type FilesOfForm, FormFiles } from '../../intake/form-files.js';
import type { UploadView } from '../../intake/upload.view.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { formView } from '../../platform/web/form-view.js';
import { type Page, page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm, type ReadForm } from '../../platform/web/read-form.js';
import { TakesFiles } from '../../platform/web/takes-files.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { CitizenSteps, type OpenedItem } from '../../tracking/citizen-steps.service.js';
import {
  type AnyStepForm,
  RateForm,
  ReopenForm,
  SupplementForm,
  WithdrawForm,
} from '../../tracking/step.form.js';
import { StepWithFiles } from './step-with-files.service.js';
import { TicketCookies } from './ticket-cookies.js';
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
    private readonly files: FormFiles,
    private readonly withFiles: StepWithFiles,
  ) {}

  @Post(paths.trackSupplement.route)
  @TakesFiles(CITIZEN_FILES)
  supplement(
    @Body() body: unknown,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    return this.takeWithFiles('supplement', readForm(SupplementForm, body), { request, response });
  }

  @Post(paths.trackReopen.route)
  @TakesFiles(CITIZEN_FILES)
  reopen(
    @Body() body: unknown,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    return this.takeWithFiles('reopen', readForm(ReopenForm, body), { request, response });
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

  private async takeWithFiles(
    step: 'supplement' | 'reopen',
    form: ReadForm<SupplementForm | ReopenForm>,
    at: { request: WebRequest; response: Response },
  ): Promise<Page | Redirect> {
    const files = await this.files.read(at.request.body, at.request.sentFiles ?? [], CITIZEN_FILES);
    const { value } = form;
    return this.take(
      step,
      form,
      at,
      (opened) => this.withFiles.take(step, opened, value.content, files.tokens),
      files,
    );
  }

  private async take<F extends AnyStepForm>(
    step: StepName,
    { value, errors, ok }: ReadForm<F>,
    { request, response }: { request: Request; response: Response },
    run: (opened: OpenedItem) => Promise<unknown>,
    files: FilesOfForm | null = null,
  ): Promise<Page | Redirect> {
    const code = this.tickets.read(request, 'item');
    // Closed meanwhile, or another tab has opened another item: never act on what was not meant.
    if (code === null || code !== value.code)
      return page('citizen/track', reopenedPage(step, value, code !== null, files?.tokens), 403);
    if (errors.version) throw new DomainError('invalid', 'errors.brokenForm');
    if (files?.again || !ok) {
      const faults = { ...(files?.isPressed ? {} : errors), ...files?.errors };
      return this.again(code, step, value, { faults, upload: files?.view });
    }
    try {
      await run({ code, expectedVersion: value.version });
      this.tickets.give(response, 'item', code);
      return redirect(paths.trackItem.to(), { tone: 'success', key: `tracking.${step}.done` });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid')
        return this.again(code, step, value, { faults: error.fields, upload: files?.view });
      if (error.kind === 'conflict' || error.kind === 'forbidden')
        return this.again(code, step, value, { faults: {}, upload: files?.view, isConflict: true });
      throw error;
    }
  }

  private async again(code: string, step: StepName, value: AnyStepForm, told: Told): Promise<Page> {
    const found = await this.items.byCode(code);
    if (!found) throw new DomainError('not-found', 'errors.notFound');
    const { faults, upload = null } = told;
    // Files that are gone because the step was taken already, by a second click: that is what has to be said.
    const isRepeat = faults.files?.key === 'files.gone' && found.item.version !== value.version;
    const isConflict = told.isConflict === true || isRepeat;
    const form = formView(value, isConflict ? {} : faults);
    if (step === 'withdraw' && !isConflict)
      return page('citizen/track-withdraw', withdrawPage(found, form), 422);
    const refused = { step, form, upload, ...(isConflict ? { staleSince: value.version } : {}) };
    const status = isConflict ? 409 : form.failed ? 422 : 200;
    return page('citizen/track-item', itemPage(found, refused), status);
  }
}

/** Why a step is shown again. */
interface Told {
  readonly faults: FieldErrors;
  readonly upload?: UploadView | undefined;
  /** Somebody was faster, or the step is no longer open. */
  readonly isConflict?: boolean;
}

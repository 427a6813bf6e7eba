import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../../platform/kernel/errors.js';
import { RandomSource } from '../../platform/kernel/random.js';
import { Public } from '../../platform/web/access.js';
import { type Page, page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { MAX } from '../../intake/submission-limits.js';
import { SubmitFeedback } from '../../intake/submit-feedback.service.js';
import { SubmitForm } from './submit.form.js';
import { SubmitCheck, submissionOf } from './submit-check.service.js';
import { SubmitSearch } from './submit-search.service.js';
import { checkPage, type Hit, submitPage } from './submit.view.js';
import { TicketCookies } from './ticket-cookies.js';

/** The way of a submission: write, check, send. Between the steps its state travels in the page. */
@Public()
@Controller()
export class SubmitController {
  constructor(
    private readonly search: SubmitSearch,
    private readonly checks: SubmitCheck,
    private readonly intake: SubmitFeedback,
    private readonly tickets: TicketCookies,
    private readonly random: RandomSource,
  ) {}

  @Get(paths.submit.route)
  write(): Promise<Page> {
    const { value } = readForm(SubmitForm, { submissionKey: this.random.token() });
    return this.shown(value, {}, null);
  }

  /** Reloading or returning to the check page's address: there is nothing to check, the form is over there. */
  @Get(paths.submitCheck.route)
  startOver(): Redirect {
    return redirect(paths.submit.to());
  }

  /** The form's buttons: find a procedure or an agency, go back and change, or continue. */
  @Post(paths.submitCheck.route)
  async check(@Body() body: unknown): Promise<Page> {
    const { value, errors } = readForm(SubmitForm, body);
    const button = buttonOf(body, value);
    if (button !== 'check') return this.shown(value, {}, button === 'edit' ? null : button);
    const faults = { ...(await this.checks.faultsOf(value)), ...errors };
    if (Object.keys(faults).length > 0) return this.shown(value, faults, null);
    return page('citizen/submit-check', checkPage(value, await this.checks.checked(value)));
  }

  @Post(paths.submit.route)
  async send(
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SubmitForm, body);
    if (!ok) return this.shown(value, { ...(await this.checks.faultsOf(value)), ...errors }, null);
    try {
      const { code, isRepeat, isAsSent } = await this.intake.submit(submissionOf(value));
      this.tickets.give(response, 'receipt', code);
      this.tickets.give(response, 'item', code);
      if (!isRepeat) return redirect(paths.submitDone.to());
      const key = isAsSent ? 'submit.done.alreadySent' : 'submit.done.alreadySentOther';
      return redirect(paths.submitDone.to(), { tone: isAsSent ? 'info' : 'warning', key });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.shown(value, error.fields, null);
    }
  }

  /** Suggestions while typing. */
  @Get(paths.procedureSearch.route)
  async procedures(@Query('q') question: unknown): Promise<{ results: readonly Hit[] }> {
    return { results: await this.search.proceduresFor(bounded(question)) };
  }

  @Get(paths.agencySearch.route)
  async agencies(@Query('q') question: unknown): Promise<{ results: readonly Hit[] }> {
    return { results: await this.search.agenciesFor(bounded(question)) };
  }

  private async shown(
    form: SubmitForm,
    errors: FieldErrors,
    asked: 'procedureCode' | 'agencyCode' | null,
  ): Promise<Page> {
    const findings = await this.search.findings(form, asked);
    // A broken key is replaced, so that sending once more works.
    if (errors.submissionKey) form.submissionKey = this.random.token();
    return page(
      'citizen/submit',
      submitPage(form, errors, findings),
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }
}

type Button = 'check' | 'edit' | 'procedureCode' | 'agencyCode';

/** Which button was pressed; whatever is no button of ours continues. */
function buttonOf(body: unknown, form: SubmitForm): Button {
  const sent = typeof body === 'object' && body !== null ? body : {};
  if ('edit' in sent) return 'edit';
  const find = 'find' in sent ? sent.find : null;
  if (find === 'enter') return answeredByEnter(form);
  return find === 'procedureCode' || find === 'agencyCode' ? find : 'check';
}

/** The Enter key does not say in which field it was pressed: a question that is still open comes first. */
function answeredByEnter(form: SubmitForm): Button {
  if (form.procedureQuestion !== '' && form.procedureCode === '') return 'procedureCode';
  return form.agencyQuestion !== '' && form.agencyCode === '' ? 'agencyCode' : 'check';
}

function bounded(question: unknown): string {
  return typeof question === 'string' ? question.slice(0, MAX.question) : '';
}

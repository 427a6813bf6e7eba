import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { FormFiles, tokensIn } from '../../intake/form-files.js';
import { SubmitFeedback } from '../../intake/submit-feedback.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { Public } from '../../platform/web/access.js';
import { type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { SubmitForm } from '../../intake/submit.form.js';
import { SubmitCheck } from './submit-check.service.js';
import { SubmitPages } from './submit-pages.service.js';
import { TicketCookies } from './ticket-cookies.js';

/** The way of a submission: write, check, send. Between the steps its state travels in the page. */
@Public()
@Controller()
export class SubmitController {
  constructor(
    private readonly pages: SubmitPages,
    private readonly checks: SubmitCheck,
    private readonly files: FormFiles,
    private readonly intake: SubmitFeedback,
    private readonly tickets: TicketCookies,
  ) {}

  @Get(paths.submit.route)
  write(@Query() chosen: Readonly<Record<string, unknown>>): Promise<Page> {
    return this.pages.fresh(chosen);
  }

  /** Reloading or returning to the check page's address: there is nothing to check, the form is over there. */
  @Get(paths.submitCheck.route)
  startOver(): Redirect {
    return redirect(paths.submit.to());
  }

  /** The form's buttons: find a procedure or an agency, upload or remove a file, go back and change, or continue. */
  @Post(paths.submitCheck.route)
  @TakesFiles(CITIZEN_FILES)
  async check(@Body() body: unknown, @SentFiles() sent: readonly SentFile[]): Promise<Page> {
    const { value, errors } = readForm(SubmitForm, body);
    const files = await this.files.read(body, sent, CITIZEN_FILES);
    const button = files.isPressed || takesHint(body, value) ? 'edit' : buttonOf(body, value);
    if (button !== 'check')
      return this.pages.write(value, files.errors, button === 'edit' ? null : button, files.view);
    const faults = { ...(await this.checks.faultsOf(value)), ...errors, ...files.errors };
    if (Object.keys(faults).length > 0) return this.pages.write(value, faults, null, files.view);
    return this.pages.check(value, files);
  }

  @Post(paths.submit.route)
  async send(
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SubmitForm, body);
    if (!ok) return this.again(body, value, { ...(await this.checks.faultsOf(value)), ...errors });
    try {
      const submission = { ...(await this.checks.routed(value)), files: tokensIn(body) };
      if (isElsewhere(body, submission.agencyCode))
        return await this.pages.check(value, await this.files.read(body, [], CITIZEN_FILES), true);
      const { code, isRepeat, isAsSent } = await this.intake.submit(submission);
      this.tickets.give(response, 'receipt', code);
      this.tickets.give(response, 'item', code);
      if (!isRepeat) return redirect(paths.submitDone.to());
      const key = isAsSent ? 'submit.done.alreadySent' : 'submit.done.alreadySentOther';
      return redirect(paths.submitDone.to(), { tone: isAsSent ? 'info' : 'warning', key });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.again(body, value, error.fields);
    }
  }

  private async again(body: unknown, value: SubmitForm, faults: FieldErrors): Promise<Page> {
    const files = await this.files.read(body, [], CITIZEN_FILES);
    return this.pages.write(value, { ...faults, ...files.errors }, null, files.view);
  }
}

type Button = 'check' | 'edit' | 'procedureCode' | 'agencyCode';

/** A procedure that the check page proposed was taken: the form comes back with it. @returns whether one was. */
function takesHint(body: unknown, form: SubmitForm): boolean {
  const { procedureHint: code } = (body ?? {}) as { procedureHint?: unknown };
  if (typeof code !== 'string' || code.length > 40) return false;
  Object.assign(form, { procedureCode: code, procedureQuestion: '' });
  return true;
}

/** The rules may have changed since the check page said who takes it in: then it is said again. */
function isElsewhere(body: unknown, agencyCode: string): boolean {
  const { sentTo } = (body ?? {}) as { sentTo?: unknown };
  return typeof sentTo === 'string' && sentTo !== '' && sentTo !== agencyCode;
}

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

import { Injectable } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { type FilesOfForm, FormFiles } from '../../intake/form-files.js';
import type { UploadView } from '../../intake/upload.view.js';
import { RandomSource } from '../../platform/kernel/random.js';
import { type Page, page } from '../../platform/web/page.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { SubmitForm } from '../../intake/submit.form.js';
import { SubmitCheck } from './submit-check.service.js';
import { SubmitHints } from './submit-hints.service.js';
import { SubmitSearch } from './submit-search.service.js';
import { checkPage, submitPage } from './submit.view.js';

/** The two pages of a submission: where it is written, and where it is looked at once more. */
@Injectable()
export class SubmitPages {
  constructor(
    private readonly search: SubmitSearch,
    private readonly checks: SubmitCheck,
    private readonly files: FormFiles,
    private readonly random: RandomSource,
    private readonly hints: SubmitHints,
  ) {}

  /** An empty form with a key of its own, with the procedure and the agency of a page that led here: any shape. */
  fresh({ procedureCode, agencyCode }: Readonly<Record<string, unknown>>): Promise<Page> {
    const submissionKey = this.random.token();
    const { value, errors } = readForm(SubmitForm, { submissionKey, procedureCode, agencyCode });
    if (errors.procedureCode) value.procedureCode = '';
    if (errors.agencyCode) value.agencyCode = '';
    return this.write(value, {}, null, this.files.none(CITIZEN_FILES));
  }

  /** @param asked the question whose “Tìm” was pressed */
  async write(
    form: SubmitForm,
    errors: FieldErrors,
    asked: 'procedureCode' | 'agencyCode' | null,
    upload: UploadView,
  ): Promise<Page> {
    const findings = await this.search.findings(form, asked);
    // A broken key is replaced, so that sending once more works.
    if (errors.submissionKey) form.submissionKey = this.random.token();
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return page('citizen/submit', { ...submitPage(form, errors, findings), upload }, status);
  }

  /**
   * @param form without faults
   * @param changed whether it would go to another agency than the page before had said
   */
  async check(form: SubmitForm, { staged }: FilesOfForm, changed = false): Promise<Page> {
    const model = checkPage(form, await this.checks.checked(form), staged);
    const hints = await this.hints.for(form);
    return page('citizen/submit-check', { ...model, hints, changed }, changed ? 409 : 200);
  }
}

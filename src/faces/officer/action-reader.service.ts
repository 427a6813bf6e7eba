import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { type FilesOfForm, FormFiles } from '../../intake/form-files.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { ReadAction } from './action-input.js';
import { ActionForm } from './action.form.js';

/** A step's form as it was sent, with what it names looked up and its files put aside. */
export interface SentAction extends ReadAction {
  readonly errors: FieldErrors;
  readonly files: FilesOfForm;
}

/** Reads what was sent to a step, before anybody asks whether the step may be taken. */
@Injectable()
export class ActionReader {
  constructor(
    private readonly agencies: AgencyChoice,
    private readonly procedures: ProcedureSearch,
    private readonly files: FormFiles,
  ) {}

  /** @param body as it was parsed; @param sent files that came with it. */
  async read(body: unknown, sent: readonly SentFile[]): Promise<SentAction> {
    const { value: form, errors } = readForm(ActionForm, body);
    const agencyId = (await this.agencies.choose(form.agency))?.id;
    const { procedureCode } = form;
    const procedure = procedureCode === '' ? null : await this.procedures.byCode(procedureCode);
    return { form, errors, agencyId, procedure, files: await this.files.read(body, sent, STAFF_FILES) };
  }
}

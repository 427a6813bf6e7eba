import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import type { PossibleDuplicate } from '../../intake/duplicates.service.js';
import { FormFiles } from '../../intake/form-files.js';
import type { UploadView } from '../../intake/upload.view.js';
import { type Language, Translator } from '../../platform/i18n/translator.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { RandomSource } from '../../platform/kernel/random.js';
import { type Page, page } from '../../platform/web/page.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { type DuplicateRow, duplicateRows } from './duplicates.view.js';
import { type AskedEntry, EntryChoices } from './entry-choices.service.js';
import { EntryForm } from './entry.form.js';
import { entryPage } from './entry.view.js';
import { sayIn } from './say.js';

/** The form as it stands, for whom. */
export interface EntryAt {
  readonly form: EntryForm;
  readonly upload: UploadView;
  readonly actor: StaffActor;
  readonly lang: Language;
}

/** The entry form: empty, with its faults, or with what may be told already. */
@Injectable()
export class EntryPages {
  constructor(
    private readonly choices: EntryChoices,
    private readonly files: FormFiles,
    private readonly clock: Clock,
    private readonly random: RandomSource,
    private readonly translator: Translator,
  ) {}

  async fresh(actor: StaffActor, lang: Language): Promise<Page> {
    const { value: form } = readForm(EntryForm, {
      receivedDay: dayOf(this.clock.now()),
      urgency: 'NORMAL',
      submitterType: 'INDIVIDUAL',
      agencyCode: await this.choices.usualAgency(actor),
      submissionKey: this.random.token(),
    });
    return this.shown({ form, upload: this.files.none(STAFF_FILES), actor, lang }, {}, null, []);
  }

  /** @returns the form with everything that was typed; 422 where something is at fault. */
  again(at: EntryAt, errors: FieldErrors, asked: AskedEntry): Promise<Page> {
    // A broken key is replaced, so that storing once more works.
    if (errors.submissionKey) at.form.submissionKey = this.random.token();
    return this.shown(at, errors, asked, []);
  }

  /** Nothing is stored: the officer looks at what may be the same, and stores all the same or leaves it. */
  duplicates(at: EntryAt, found: readonly PossibleDuplicate[]): Promise<Page> {
    const rows = duplicateRows(found);
    at.form.seen = [...at.form.seen.split(' '), ...found.map(({ item }) => item.code)]
      .filter(Boolean)
      .slice(-12)
      .join(' ');
    return this.shown(at, {}, null, rows);
  }

  private async shown(
    { form, upload, actor, lang }: EntryAt,
    errors: FieldErrors,
    asked: AskedEntry,
    duplicates: readonly DuplicateRow[],
  ): Promise<Page> {
    const findings = await this.choices.findings(form, asked, actor);
    const model = entryPage({ form, errors, findings, upload, duplicates }, sayIn(this.translator, lang));
    return page('officer/entry', model, Object.keys(errors).length > 0 ? 422 : 200);
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import type { AgencyHit } from '../../directory/agency-choice.service.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { FormFiles } from '../../intake/form-files.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { type AskedEntry, EntryChoices } from './entry-choices.service.js';
import { EntryDesk } from './entry-desk.service.js';
import { EntryForm } from './entry.form.js';
import { EntryPages } from './entry-pages.service.js';

/** What came by telephone, on paper, by post, over the counter, by mail: keyed in on one page. */
@Controller()
@Staff('INTAKE_OFFICER')
export class EntryController {
  constructor(
    private readonly pages: EntryPages,
    private readonly desk: EntryDesk,
    private readonly files: FormFiles,
    private readonly choices: EntryChoices,
  ) {}

  @Get(paths.staffEntry.route)
  async write(@CurrentStaff() signedIn: SignedIn, @Visitor() { lang }: VisitorContext): Promise<Page> {
    return this.pages.fresh(staffActor(signedIn), lang);
  }

  /** The form's buttons: find a procedure or an agency, add or take away a file, store. */
  @Post(paths.staffEntry.route)
  @TakesFiles(STAFF_FILES)
  async enter(
    @Body() body: unknown,
    @SentFiles() sent: readonly SentFile[],
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const read = readForm(EntryForm, body);
    const files = await this.files.read(body, sent, STAFF_FILES);
    const at = { form: read.value, upload: files.view, actor, lang };
    const asked = askedIn(body);
    if (asked !== null || files.isPressed) return this.pages.again(at, files.errors, asked);
    const outcome = await this.desk.take(read, files, actor);
    switch (outcome.kind) {
      case 'again':
        return this.pages.again(at, outcome.errors, null);
      case 'duplicates':
        return this.pages.duplicates(at, outcome.found);
      case 'entered': {
        const to = paths.staffReceipt.to({ code: outcome.code });
        return redirect(
          to,
          outcome.isRepeat ? { tone: 'info', key: 'staffEntry.alreadyEntered' } : undefined,
        );
      }
    }
  }

  /** Suggestions while typing. */
  @Get(paths.staffEntryAgencies.route)
  async agenciesFor(
    @Query('q') question: unknown,
    @CurrentStaff() signedIn: SignedIn,
  ): Promise<{ results: AgencyHit[] }> {
    return { results: await this.choices.agenciesFor(question, staffActor(signedIn)) };
  }
}

/** Whose “Tìm” was pressed. */
function askedIn(body: unknown): AskedEntry {
  const find = typeof body === 'object' && body !== null && 'find' in body ? body.find : null;
  return find === 'procedureCode' || find === 'agencyCode' ? find : null;
}

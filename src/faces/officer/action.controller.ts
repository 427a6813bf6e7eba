import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { staffActor, type StaffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ActionDesk, type Outcome } from './action-desk.service.js';
import { ActionReader } from './action-reader.service.js';
import type { ActionForm } from './action.form.js';
import { typedTexts } from './action.view.js';
import { sayIn } from './say.js';

interface Address {
  readonly code: string;
  readonly action: string;
}

/** A step of one item: its form, and the step itself. */
@Controller()
@Staff()
export class ActionController {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerAction.route)
  async open(
    @Param() { code, action }: Address,
    @Query() { tu: from, agency, procedure }: Readonly<Record<string, unknown>>,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const outcome = await this.desk.open(
      { code, action, from, proposed: { agency, procedure } },
      staffActor(signedIn),
      sayIn(this.translator, lang),
    );
    if (outcome.kind === 'page') return page('officer/action', outcome.page, outcome.status);
    throw new DomainError('not-found', 'officer.item.notFound');
  }

  @Post(paths.officerAction.route)
  @TakesFiles(STAFF_FILES)
  async take(
    @Param() { code, action }: Address,
    @Query('tu') from: unknown,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
    @SentFiles() files: readonly SentFile[],
  ): Promise<Page | Redirect> {
    const sent = await this.reader.read(body, files);
    const actor: StaffActor = staffActor(signedIn);
    const say = sayIn(this.translator, lang);
    const outcome = await this.desk.take({ code, action, from }, sent, actor, say);
    return answer(outcome, sent.form);
  }
}

function answer(outcome: Outcome, form: ActionForm): Page | Redirect {
  switch (outcome.kind) {
    case 'page':
      return page('officer/action', outcome.page, outcome.status);
    case 'done': {
      // A step may carry the item out of this person's sight.
      const { code, visible, done, behind } = outcome;
      const url = visible ? paths.officerItem.to({ code, tu: behind.from }) : behind.href;
      return redirect(url, { tone: 'success', key: 'officer.action.done', params: { label: done, code } });
    }
    case 'gone': {
      const lost = { title: 'officer.gone.title', typed: typedTexts(form) };
      return page('officer/gone', lost, 404);
    }
  }
}

import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { ItemNoteDesk } from './item-note-desk.service.js';
import { ItemNoteForm } from './item-note.form.js';
import { ItemPages } from './item-pages.service.js';
import { listBehind } from './item-way.js';
import { sayIn } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** A note among officers. It changes nothing of the item, so nobody is too late with it. */
@Controller()
@Staff()
export class ItemNotesController {
  constructor(
    private readonly items: VisibleItems,
    private readonly pages: ItemPages,
    private readonly desk: ItemNoteDesk,
    private readonly translator: Translator,
  ) {}

  @Post(paths.officerNotes.route)
  @TakesFiles(STAFF_FILES)
  async write(
    @Param('code') code: string,
    @Query('tu') from: unknown,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
    @SentFiles() sent: readonly SentFile[],
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const visible = await this.items.byCode(code, actor);
    if (!visible) return gone(body);
    const note = await this.desk.take(visible, actor, body, sent);
    if (!note) return done(visible.item.code, from, body);
    const model = await this.pages.show({ code, from }, actor, sayIn(this.translator, lang), note);
    const status = Object.keys(note.errors).length > 0 ? 422 : 200;
    return model ? page('officer/item', model, status) : gone(body);
  }
}

/** The item is out of sight by now: the words come back to be copied. */
function gone(body: unknown): Page {
  const text = readForm(ItemNoteForm, body).value.body;
  const typed = text === '' ? [] : [{ label: 'deskItem.note.body', text }];
  return page('officer/gone', { title: 'officer.gone.title', typed }, 404);
}

function done(code: string, from: unknown, body: unknown): Redirect {
  const url = `${paths.officerItem.to({ code, tu: listBehind(from).from })}#notes`;
  const isDropped = readForm(ItemNoteForm, body).value.keep === 'drop';
  return redirect(url, isDropped ? undefined : { tone: 'success', key: 'deskItem.note.done' });
}

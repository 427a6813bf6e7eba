import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { KeptDrafts } from '../../handling/kept-drafts.service.js';
import { NOTE_FORM, Notes } from '../../handling/notes.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ItemNoteForm } from './item-note.form.js';
import { ItemPages } from './item-pages.service.js';
import type { NoteWritten } from './item-notes.view.js';
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
    private readonly notes: Notes,
    private readonly drafts: KeptDrafts,
    private readonly translator: Translator,
  ) {}

  @Post(paths.officerNotes.route)
  async write(
    @Param('code') code: string,
    @Query('tu') from: unknown,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const { value, errors, ok } = readForm(ItemNoteForm, body);
    const visible = await this.items.byCode(code, actor);
    if (!visible) {
      const typed = value.body === '' ? [] : [{ label: 'item.note.body', text: value.body }];
      return page('officer/gone', { title: 'officer.gone.title', typed }, 404);
    }
    const { item } = visible;
    const place = { staffId: actor.staffId, feedbackId: item.id, form: NOTE_FORM };
    const again = async (note: NoteWritten, status: number): Promise<Page> => {
      const model = await this.pages.show({ code, from }, actor, sayIn(this.translator, lang), note);
      return page('officer/item', model ?? { title: 'officer.gone.title' }, status);
    };
    if (value.keep === 'drop') await this.drafts.drop(place);
    if (value.keep === 'drop') return redirect(addressOf(item.code, from));
    if (value.keep === 'save' && ok) {
      const keptAt = await this.drafts.keep(place, { body: value.body }, item.version);
      return again({ body: value.body, errors: {}, keptAt }, 200);
    }
    if (!ok) return again({ body: value.body, errors, keptAt: null }, 422);
    await this.notes.add(item, actor, value.body);
    return redirect(addressOf(item.code, from), { tone: 'success', key: 'item.note.done' });
  }
}

function addressOf(code: string, from: unknown): string {
  return `${paths.officerItem.to({ code, tu: listBehind(from).from })}#notes`;
}

import { Body, Controller, Param, Post } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { KeptDrafts } from '../../handling/kept-drafts.service.js';
import { NOTE_FORM } from '../../handling/notes.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { formatInstant } from '../../platform/kernel/civil-day.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ActionDrafts, isAction } from './action-drafts.service.js';
import { ActionForm } from './action.form.js';
import { ItemNoteForm } from './item-note.form.js';
import { VisibleItems } from './visible-item.query.js';

/** Keeps what is being typed, while the page stays open: only the page's script comes here. */
@Controller()
@Staff()
export class ItemDraftController {
  constructor(
    private readonly items: VisibleItems,
    private readonly steps: ActionDrafts,
    private readonly drafts: KeptDrafts,
    private readonly translator: Translator,
  ) {}

  /** @returns what the page says about it; nothing where there was nothing to keep. */
  @Post(paths.officerDraft.route)
  async keep(
    @Param() { code, form }: { code: string; form: string },
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<{ said: string }> {
    const actor = staffActor(signedIn);
    const visible = await this.items.byCode(code, actor);
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { item } = visible;
    const savedAt = await this.kept(
      { staffId: actor.staffId, feedbackId: item.id, form },
      item.version,
      body,
    );
    const params = { instant: formatInstant(savedAt ?? 0) };
    return { said: savedAt === null ? '' : this.translator.t('deskItem.draft.saved', params, lang) };
  }

  private kept(
    place: { staffId: number; feedbackId: number; form: string },
    version: number,
    body: unknown,
  ): Promise<number | null> {
    if (place.form === NOTE_FORM) {
      const { value } = readForm(ItemNoteForm, body);
      return this.drafts.keep(place, { body: value.body }, version);
    }
    if (!isAction(place.form)) throw new DomainError('not-found', 'officer.item.notFound');
    return this.steps.keep(place, readForm(ActionForm, body).value);
  }
}

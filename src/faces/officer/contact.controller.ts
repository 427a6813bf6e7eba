import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type StaffActor, staffActor } from '../../accounts/staff-actor.js';
import { ContactLooks } from '../../feedback/contact-looks.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ContactForm } from './contact.form.js';
import { CONTACT_PANEL, ContactPanel } from './contact.panel.js';
import type { ContactSituation } from './contact.view.js';
import { ItemPages } from './item-pages.service.js';
import { sayIn } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** “Show who wrote”: a purpose, an entry in the trail, and the data on this one answer. */
@Controller()
@Staff()
export class ContactController {
  constructor(
    private readonly items: VisibleItems,
    private readonly pages: ItemPages,
    private readonly panel: ContactPanel,
    private readonly looks: ContactLooks,
    private readonly translator: Translator,
  ) {}

  @Post(paths.officerContact.route)
  async look(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const visible = await this.items.byCode(code, actor);
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { value, errors, ok } = readForm(ContactForm, body);
    const { id } = visible.item;
    const look = ok
      ? { submitter: await this.looks.look(id, actor, value.purpose, 'page'), purpose: value.purpose }
      : null;
    return this.shown(code, actor, lang, look, ok ? null : formView(value, errors));
  }

  /** A reload by its address, or the other language: masked again. */
  @Get(paths.officerContact.route)
  toItem(@Param('code') code: string): Redirect {
    return redirect(paths.officerItem.to({ code }));
  }

  private async shown(
    code: string,
    actor: StaffActor,
    lang: VisitorContext['lang'],
    look: ContactSituation['look'],
    form: FormView | null,
  ): Promise<Page> {
    const say = sayIn(this.translator, lang);
    const model = await this.pages.show({ code, from: undefined }, actor, say);
    const visible = await this.items.byCode(code, actor);
    if (!model || !visible) throw new DomainError('not-found', 'officer.item.notFound');
    const shown = await this.panel.after(visible, actor, say, look, form);
    const side = model.panels.side.map((panel) => (panel.partial === CONTACT_PANEL ? shown : panel));
    const told = form ? { form } : {};
    return page(
      'officer/item',
      { ...model, ...told, panels: { ...model.panels, side } },
      form ? 422 : 200,
    ).confidential();
  }
}

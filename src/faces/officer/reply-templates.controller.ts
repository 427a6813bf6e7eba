import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { TEMPLATE_ROLES, ReplyTemplates } from '../../handling/reply-templates.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ReplyTemplateForm } from './reply-template.form.js';
import { ReplyTemplatePages } from './reply-template-pages.service.js';
import { templatesPage } from './reply-templates.view.js';
import { sayIn } from './say.js';

/** Words that an agency's replies often begin with: whoever takes in or approves keeps them. */
@Controller()
@Staff(...TEMPLATE_ROLES)
export class ReplyTemplatesController {
  constructor(
    private readonly templates: ReplyTemplates,
    private readonly pages: ReplyTemplatePages,
    private readonly translator: Translator,
  ) {}

  @Get(paths.replyTemplates.route)
  async list(@CurrentStaff() signedIn: SignedIn, @Visitor() { lang }: VisitorContext): Promise<Page> {
    const found = await this.templates.changeableBy(staffActor(signedIn));
    return page('officer/reply-templates', templatesPage(found, sayIn(this.translator, lang)));
  }

  @Get(paths.replyTemplateNew.route)
  async begin(@CurrentStaff() signedIn: SignedIn, @Visitor() { lang }: VisitorContext): Promise<Page> {
    const shown = await this.pages.fresh(staffActor(signedIn), sayIn(this.translator, lang));
    return page('officer/reply-template', shown);
  }

  @Get(paths.replyTemplate.route)
  async open(
    @Param('id') id: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const template = await this.templates.changeable(numberOf(id), actor);
    return page('officer/reply-template', await this.pages.of(template, actor, sayIn(this.translator, lang)));
  }

  @Post(paths.replyTemplateNew.route)
  add(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return this.save(null, signedIn, lang, body);
  }

  @Post(paths.replyTemplate.route)
  change(
    @Param('id') id: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return this.save(numberOf(id), signedIn, lang, body);
  }

  private async save(
    id: number | null,
    signedIn: SignedIn,
    lang: VisitorContext['lang'],
    body: unknown,
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const template = id === null ? null : await this.templates.changeable(id, actor);
    const { value, errors, ok } = readForm(ReplyTemplateForm, body);
    const say = sayIn(this.translator, lang);
    const again = async (faults: typeof errors): Promise<Page> => {
      const status = Object.keys(faults).length > 0 ? 422 : 200;
      const shown = await this.pages.again({ template, form: value, errors: faults }, actor, say);
      return page('officer/reply-template', shown, status);
    };
    if (template && (value.act === 'retire' || value.act === 'restore')) {
      await this.templates.retire(template.id, value.act === 'retire', actor);
      return done(`templates.done.${value.act}`);
    }
    if (!ok || value.act === 'look') return again(errors);
    try {
      const words = { name: value.name, body: value.body, outcome: value.outcome || null };
      if (template) await this.templates.change(template.id, words, actor);
      else await this.templates.add(value.agencyId ?? actor.agencyId, words, actor);
      return done('templates.done.save');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return again(error.fields);
      if (error.kind === 'forbidden') return again({ agencyId: { key: error.key } });
      throw error;
    }
  }
}

const numberOf = (id: string): number => (/^\d{1,9}$/.test(id) ? Number(id) : 0);

function done(key: string): Redirect {
  return redirect(paths.replyTemplates.to(), { tone: 'success', key });
}

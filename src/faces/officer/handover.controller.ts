import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { staffActor, type StaffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { adviceOn } from './assignee-options.view.js';
import { bulkResultPage } from './bulk.view.js';
import { HandoverForm } from './handover.form.js';
import { Handover } from './handover.service.js';
import { handoverPage } from './handover.view.js';
import { sayIn } from './say.js';

/** Somebody leaves or changes places: all of the open items go to somebody else, by whoever heads or supervises. */
@Controller()
@Staff('APPROVER', 'SUPERVISOR')
export class HandoverController {
  constructor(
    private readonly handover: Handover,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerHandover.route)
  async open(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
    @Query() query: unknown,
  ): Promise<Page> {
    const { value, errors } = readForm(HandoverForm, query);
    return this.page(value, staffActor(signedIn), visitor, errors);
  }

  @Post(paths.officerHandover.route)
  async give(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page> {
    const { value: form, errors, ok } = readForm(HandoverForm, body);
    const actor = staffActor(signedIn);
    if (!ok) return this.page(form, actor, visitor, errors);
    const standing = await this.handover.standing(form, actor);
    if (!standing.giver) return this.page(form, actor, visitor, { from: { key: 'desk.handover.whose' } });
    if (!standing.takers.some(({ id }) => id === form.to))
      return this.page(form, actor, visitor, { to: { key: 'desk.handover.whom' } });
    const advice = adviceOn(standing.takers, form.to ?? 0, form.insist);
    if (advice) {
      const offered = Object.assign({}, form, { to: advice.substitute.id, insist: String(advice.away.id) });
      const say = sayIn(this.translator, visitor.lang);
      return page('officer/handover', handoverPage(offered, standing, actor.staffId, { advice }, say), 422);
    }
    const { results, more } = await this.handover.give(standing, form, actor);
    const back = { href: paths.officerHandover.to({ from: form.from }), label: 'desk.handover.title' };
    const rest = more ? { key: 'desk.handover.more' } : null;
    return page('officer/bulk-result', bulkResultPage('desk.handover.title', results, back, rest));
  }

  private async page(
    form: HandoverForm,
    actor: StaffActor,
    { lang }: VisitorContext,
    errors: FieldErrors,
  ): Promise<Page> {
    const standing = await this.handover.standing(form, actor);
    const say = sayIn(this.translator, lang);
    const failed = Object.keys(errors).length > 0;
    return page(
      'officer/handover',
      handoverPage(form, standing, actor.staffId, { errors }, say),
      failed ? 422 : 200,
    );
  }
}

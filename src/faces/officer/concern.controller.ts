import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type StaffActor, staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ConcernDesk } from './concern-desk.service.js';
import { ConcernForm } from './concern.form.js';
import { concernPage } from './concern.view.js';
import { type Say, sayIn } from './say.js';

const ROUTE = paths.officerAction.route.replace(':action', 'concern');

/** Whom an item is about: like every step, at the item's own address. */
@Controller()
@Staff()
export class ConcernController {
  constructor(
    private readonly desk: ConcernDesk,
    private readonly translator: Translator,
  ) {}

  @Get(ROUTE)
  async open(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const standing = await this.desk.standing(code, staffActor(signedIn));
    const status = standing.closed ? 409 : 200;
    return concernPage(standing, {}, { status }, sayIn(this.translator, lang));
  }

  @Post(ROUTE)
  async name(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(ConcernForm, body);
    const actor = staffActor(signedIn);
    const say = sayIn(this.translator, lang);
    const standing = await this.desk.standing(code, actor);
    if (standing.closed) return concernPage(standing, value, { status: 409 }, say);
    if (Number(value.expectedVersion) !== standing.item.version)
      return concernPage(standing, value, { stale: true, status: 409 }, say);
    if (!ok) return concernPage(standing, value, { errors, status: 422 }, say);
    return this.taken(code, value, actor, say);
  }

  private async taken(
    code: string,
    form: ConcernForm,
    actor: StaffActor,
    say: Say,
  ): Promise<Page | Redirect> {
    const standing = await this.desk.standing(code, actor);
    try {
      // Whoever names oneself, or sends it above, may see it no more.
      const visible = await this.desk.name(standing, form, actor);
      const url = visible ? paths.officerItem.to({ code: standing.item.code }) : paths.officerQueue.to();
      return redirect(url, { tone: 'success', key: 'routing.concern.done' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') {
        const message = error.fields.concernsStaffId ?? { key: error.key };
        return concernPage(standing, form, { errors: { person: message }, status: 422 }, say);
      }
      if (error.kind !== 'conflict') throw error;
      return concernPage(await this.desk.standing(code, actor), form, { stale: true, status: 409 }, say);
    }
  }
}

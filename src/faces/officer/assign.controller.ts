import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type StaffActor, staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AssignDesk, type AssignOutcome, type AssignStanding } from './assign-desk.service.js';
import { AssignForm } from './assign.form.js';
import { assignPage, type AssignTold } from './assign.view.js';
import { sayIn } from './say.js';

const ROUTE = paths.officerAction.route.replace(':action', 'assign');

/** One item is given to somebody: like every step, at the item's own address. */
@Controller()
@Staff()
export class AssignController {
  constructor(
    private readonly desk: AssignDesk,
    private readonly translator: Translator,
  ) {}

  @Get(ROUTE)
  async open(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const standing = await this.desk.standing(code, actor);
    const form = { assignee: null, reason: '', insist: '', expectedVersion: '' };
    return this.page(standing, form, { actor, visitor }, {}, standing.closed ? 409 : 200);
  }

  @Post(ROUTE)
  async assign(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(AssignForm, body);
    const actor = staffActor(signedIn);
    const who = { actor, visitor };
    const standing = await this.desk.standing(code, actor);
    if (standing.closed) return this.page(standing, value, who, {}, 409);
    if (!ok) return this.page(standing, value, who, { errors }, 422);
    const outcome = await this.desk.assign(standing, value, actor);
    if (outcome.kind === 'done') {
      const { code: known } = standing.item;
      const params = { name: outcome.name, code: known };
      return redirect(paths.officerItem.to({ code: known }), {
        tone: 'success',
        key: 'desk.assign.done',
        params,
      });
    }
    return this.told(outcome, await this.desk.standing(code, actor), value, who);
  }

  private told(
    outcome: Exclude<AssignOutcome, { kind: 'done' }>,
    standing: AssignStanding,
    form: AssignForm,
    who: Who,
  ): Page {
    switch (outcome.kind) {
      case 'stale':
        return this.page(standing, form, who, { stale: true }, 409);
      case 'faults':
        return this.page(standing, form, who, { errors: outcome.errors }, 422);
      case 'advice': {
        const { advice } = outcome;
        const offered = Object.assign({}, form, {
          assignee: advice.substitute.id,
          insist: String(advice.away.id),
        });
        return this.page(standing, offered, who, { advice }, 422);
      }
    }
  }

  private page(
    standing: AssignStanding,
    form: AssignForm,
    { actor, visitor }: Who,
    told: AssignTold,
    status: number,
  ): Page {
    const say = sayIn(this.translator, visitor.lang);
    return page('officer/assign', assignPage(standing, form, actor.staffId, told, say), status);
  }
}

interface Who {
  readonly actor: StaffActor;
  readonly visitor: VisitorContext;
}

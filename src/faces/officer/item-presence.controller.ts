import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { staffActor } from '../../accounts/staff-actor.js';
import { ACTIONS } from '../../feedback/transition.js';
import { PresenceBoard } from '../../handling/presence-board.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { Choice } from '../../platform/web/form-fields.js';
import { redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { othersSaid } from './item-presence.view.js';
import { sayIn } from './say.js';
import { VisibleItems } from './visible-item.query.js';

class PresenceForm {
  @Choice({ label: 'deskItem.presence.open', values: ACTIONS })
  doing: string;
}

/** “I still have it open”: said by the page's script, answered with who else has. */
@Controller()
@Staff()
export class ItemPresenceController {
  constructor(
    private readonly items: VisibleItems,
    private readonly presence: PresenceBoard,
    private readonly translator: Translator,
  ) {}

  @Post(paths.officerPresence.route)
  async seen(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Req() request: Request,
    @Body() body: unknown,
  ): Promise<{ others: string } | Redirect> {
    const { staffId, ...actor } = staffActor(signedIn);
    const visible = await this.items.byCode(code, { staffId, ...actor });
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { value, ok } = readForm(PresenceForm, body);
    const { id } = visible.item;
    await this.presence.seen(id, staffId, ok ? value.doing : '');
    if (request.accepts(['html', 'json']) === 'html')
      return redirect(paths.officerItem.to({ code: visible.item.code }));
    const others = await this.presence.others(id, staffId);
    return { others: othersSaid(others, sayIn(this.translator, lang)) };
  }
}

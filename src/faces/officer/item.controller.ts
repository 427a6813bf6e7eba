import { Controller, Get, Param } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ItemHistory } from './item-history.query.js';
import { itemPage } from './item.view.js';
import { sayIn } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** One item with everything that its officers need to know, and the steps that this person may take. */
@Controller()
@Staff()
export class ItemController {
  constructor(
    private readonly items: VisibleItems,
    private readonly history: ItemHistory,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerItem.route)
  async show(
    @Param('code') code: string,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const visible = await this.items.byCode(code, actor);
    if (!visible) throw new DomainError('not-found', 'officer.item.notFound');
    const { item, reply } = visible;
    const today = dayOf(this.clock.now());
    const around = {
      circumstances: { item, actor, today, drafterId: reply?.drafterId ?? null },
      calendar: await this.calendar.current(),
      reply,
      history: await this.history.of(item.id),
      masterCode: item.mergedIntoId === null ? null : await this.items.codeOf(item.mergedIntoId),
    };
    return page('officer/item', itemPage(around, sayIn(this.translator, lang)));
  }
}

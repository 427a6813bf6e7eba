import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { ItemHistory } from './item-history.query.js';
import { ItemPanels } from './item-panel.js';
import { type ItemPage, itemPage } from './item.view.js';
import type { Say } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** Gathers what an officer's item shows: itself, its history, the steps, and what the panels add. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly items: VisibleItems,
    private readonly history: ItemHistory,
    private readonly panels: ItemPanels,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** @returns null where there is no such item for this person. */
  async show(code: string, actor: StaffActor, say: Say): Promise<ItemPage | null> {
    const visible = await this.items.byCode(code, actor);
    if (!visible) return null;
    const { item, reply } = visible;
    const today = dayOf(this.clock.now());
    const around = {
      circumstances: { item, actor, today, drafterId: reply?.drafterId ?? null },
      calendar: await this.calendar.current(),
      reply,
      history: await this.history.of(item.id),
      masterCode: item.mergedIntoId === null ? null : await this.items.codeOf(item.mergedIntoId),
      panels: await this.panels.views(visible, actor, say),
    };
    return itemPage(around, say);
  }
}

import { Injectable } from '@nestjs/common';
import { isOverdue } from '../../calendar/promise.js';
import { OPEN } from '../../feedback/state.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

/** What the citizen was told when the promised day had passed. */
@Injectable()
@OnItemPage({ place: 'side', order: 50 })
export class ApologyPanel implements ItemPanel {
  constructor(private readonly clock: Clock) {}

  view({ item }: VisibleItem): Promise<PanelView | null> {
    const { apologyDay, deadline, state } = item;
    const late = OPEN.includes(state) && isOverdue(deadline, dayOf(this.clock.now()));
    const shown = late && apologyDay !== null;
    return Promise.resolve(shown ? { partial: 'officer/panel-apology', model: { apologyDay } } : null);
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { ItemHistory } from './item-history.query.js';
import { ItemSides } from './item-sides.service.js';
import { listBehind } from './item-way.js';
import type { NoteWritten } from './item-notes.view.js';
import { type ItemPage, itemPage } from './item.view.js';
import type { Say } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** Which item, and from where. */
export interface ItemAddress {
  readonly code: string;
  /** `tu` of the address, as typed. */
  readonly from: unknown;
}

/** Gathers what an officer's item shows: itself, its history, the steps, and what stands around it. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly items: VisibleItems,
    private readonly history: ItemHistory,
    private readonly sides: ItemSides,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param note what was typed into the form of notes, where it comes back.
   * @returns null where there is no such item for this person.
   */
  async show(
    { code, from }: ItemAddress,
    actor: StaffActor,
    say: Say,
    note: NoteWritten | null = null,
  ): Promise<ItemPage | null> {
    const visible = await this.items.byCode(code, actor);
    if (!visible) return null;
    const { item, reply } = visible;
    const today = dayOf(this.clock.now());
    const around = {
      circumstances: { item, actor, today, drafterId: reply?.drafterId ?? null },
      calendar: await this.calendar.current(),
      reply,
      files: visible.files,
      history: await this.history.of(item.id),
      masterCode: item.mergedIntoId === null ? null : await this.items.codeOf(item.mergedIntoId),
      sides: await this.sides.of(visible, actor, say),
      behind: listBehind(from),
      note,
    };
    return itemPage(around, say);
  }
}

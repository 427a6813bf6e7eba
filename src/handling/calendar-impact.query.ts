import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { clockStartsOf, differs, recalculated, startsUnknown } from '../feedback/recalculation.js';
import { OPEN } from '../feedback/state.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { CalendarImpact, CalendarMove } from './calendar-impact.js';

/** Items read at once; between two chunks others get their turn. */
const CHUNK = 250;

interface Found {
  open: number;
  readonly moved: CalendarMove[];
  readonly explained: CalendarMove[];
  readonly overdue: number[];
}

/** Looks through all open items for the days that another calendar would move. */
@Injectable()
export class CalendarImpacts {
  constructor(private readonly clock: Clock) {}

  /** @param manager the reader's for a preview; that of the unit of work where the change is made. */
  async under(calendar: WorkingCalendar, manager: EntityManager): Promise<CalendarImpact> {
    const found: Found = { open: 0, moved: [], explained: [], overdue: [] };
    for (let last = 0, more = true; more;) {
      const items = await this.chunk(manager, last);
      await this.compare(calendar, manager, items, found);
      last = items.at(-1)?.id ?? last;
      more = items.length === CHUNK;
      await nextTurn();
    }
    const byDay = (a: CalendarMove, b: CalendarMove): number =>
      a.dueBefore.localeCompare(b.dueBefore) || a.id - b.id;
    found.moved.sort(byDay);
    return found;
  }

  private async compare(
    calendar: WorkingCalendar,
    manager: EntityManager,
    items: readonly Feedback[],
    found: Found,
  ): Promise<void> {
    if (items.length === 0) return;
    const today = dayOf(this.clock.now());
    const starts = await clockStartsOf(
      manager,
      items.map(({ id }) => id),
    );
    for (const item of items) {
      const after = recalculated(calendar, item, starts.get(item.id) ?? startsUnknown(item), today);
      found.open++;
      if (after.overdueAfter !== null && after.overdueAfter < today) found.overdue.push(item.id);
      if (!differs(item, after)) continue;
      const { id, version, code, handlingAgencyId: agencyId, dueDay: dueBefore } = item;
      const move = { id, version, code, agencyId, dueBefore, dueAfter: after.dueDay };
      (dueBefore === after.dueDay ? found.explained : found.moved).push(move);
    }
  }

  private chunk(manager: EntityManager, last: number): Promise<Feedback[]> {
    return manager.find(Feedback, {
      select: {
        ...{
          id: true,
          version: true,
          code: true,
          state: true,
          handlingAgencyId: true,
          deadline: true,
          dueDay: true,
        },
        ...{ registerNumber: true, triageDueDay: true, forwardDueDay: true, apologyDay: true },
      },
      where: { id: MoreThan(last), state: In(OPEN) },
      order: { id: 'ASC' },
      take: CHUNK,
    });
  }
}

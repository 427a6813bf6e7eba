import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/calendar.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { CalendarImpacts } from './calendar-impact.query.js';
import { RECALCULATE_LATE, RecalculateItems } from './recalculate-items.service.js';

/**
 * Two minutes after a change of the calendar: whoever was promised a day by the former calendar at the very moment of
 * the change, in another process, follows too.
 */
@Injectable()
@OnOutbox({ topic: RECALCULATE_LATE, within: 'unit' })
export class RecalculateLate implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarService,
    private readonly impacts: CalendarImpacts,
    private readonly items: RecalculateItems,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const impact = await this.impacts.under(await this.calendar.current(), tx);
      await this.items.move(tx, { ...impact, overdue: [] }, null, String(payload['revision']));
    });
  }
}

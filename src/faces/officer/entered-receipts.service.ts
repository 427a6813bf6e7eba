import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { JournalEntry } from '../../feedback/journal-entry.entity.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { TrackingPin } from '../../tracking/tracking-pin.js';
import { VisibleItems } from './visible-item.query.js';

export interface EnteredReceipt {
  readonly item: Feedback;
  readonly pin: string;
}

/**
 * The receipt that is handed over. Its PIN is for the citizen: whoever keyed the item in may print it until the end
 * of that day, and nobody else ever; the journal says who that was, so there is no ticket that could be passed on.
 */
@Injectable()
export class EnteredReceipts {
  constructor(
    private readonly items: VisibleItems,
    @InjectRepository(JournalEntry) private readonly journal: Repository<JournalEntry>,
    private readonly pins: TrackingPin,
    private readonly clock: Clock,
  ) {}

  /** @returns null for what this person did not key in today. */
  async of(code: string, actor: StaffActor): Promise<EnteredReceipt | null> {
    const visible = await this.items.byCode(code, actor);
    // A part belongs to somebody who has a PIN already.
    if (!visible || visible.item.splitFromId !== null) return null;
    const { item } = visible;
    const first = await this.journal.findOneBy({ feedbackId: item.id, seq: 1 });
    const isOwn = first?.actorKind === 'staff' && first.actorId === actor.staffId;
    if (!isOwn || dayOf(first.recordedAt) !== dayOf(this.clock.now())) return null;
    return { item, pin: this.pins.of(item.code) };
  }
}

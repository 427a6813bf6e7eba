import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { StaffActors } from '../accounts/staff-actors.query.js';
import { Staff } from '../accounts/staff.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { canSee } from '../feedback/policy.js';
import { OPEN } from '../feedback/state.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';
import { isDue } from './due-soon.timer.js';
import { type Facts, isLetterName, type LetterName } from './letters.js';
import { OfficerFacts } from './officer-facts.query.js';

/** A letter to a colleague, as it stands when it is sent. */
export interface OfficerCase {
  readonly letter: LetterName;
  readonly staffId: number;
  readonly email: string;
  readonly facts: Facts;
}

/** Opens the case behind an outbox row. */
@Injectable()
export class OfficerCases {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly actors: StaffActors,
    private readonly facts: OfficerFacts,
    private readonly clock: Clock,
  ) {}

  /** @returns null where nobody is to be told any more: the person left or may not see it, the item has moved on. */
  async open({ feedbackId, seq, dueDay, letter, staffId }: OutboxPayload): Promise<OfficerCase | null> {
    const { manager } = this.reader;
    const staff = await manager.findOneBy(Staff, { id: Number(staffId), active: true });
    const relations = { intakeAgency: true, handlingAgency: true, field: true };
    const item = await manager.findOne(Feedback, { where: { id: Number(feedbackId) }, relations });
    if (!staff?.email || !item || !isLetterName(letter)) return null;
    if (!canSee(await this.actors.of(staff), item) || !OPEN.includes(item.state)) return null;
    const mail = { letter, staffId: staff.id, email: staff.email };
    if (letter === 'dueSoon') {
      const today = dayOf(this.clock.now());
      const isWanted = staff.wantsReminders && isDue(item, String(dueDay), today);
      return isWanted ? { ...mail, facts: await this.facts.ofReminder(item, today) } : null;
    }
    const entry = await manager.findOneBy(JournalEntry, { feedbackId: item.id, seq: Number(seq) });
    if (!entry || !isStillMeant(letter, item, entry, staff.id)) return null;
    return { ...mail, facts: await this.facts.ofStep(item, entry) };
  }
}

/** Given to somebody else meanwhile, taken on after a return: the letter would mislead. */
function isStillMeant(letter: LetterName, item: Feedback, entry: JournalEntry, staffId: number): boolean {
  if (letter === 'assigned') return item.assigneeId === staffId;
  if (letter === 'returned' || letter === 'sentBack') return item.state === entry.toState;
  return true;
}

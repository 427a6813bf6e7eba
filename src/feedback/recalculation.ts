import { type EntityManager, In } from 'typeorm';
import { type DeadlineRecord, isOverdue, overdueAfter, recomputeDeadline } from '../calendar/promise.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import type { Feedback } from './feedback.entity.js';
import { JournalEntry } from './journal-entry.entity.js';
import { TERMS } from './terms.js';

/** The days of an item from which its inner clocks count. */
export interface ClockStarts {
  /** When it was entered: C1 counts from here. */
  readonly entered: CivilDay;
  /** When it was booked, or came back to be forwarded again: C2. */
  readonly booked: CivilDay;
}

export type Dated = Pick<
  Feedback,
  'id' | 'state' | 'deadline' | 'registerNumber' | 'triageDueDay' | 'forwardDueDay' | 'apologyDay'
>;

/** All days of an item that a calendar moves. */
export interface Recalculation {
  readonly deadline: DeadlineRecord;
  readonly dueDay: CivilDay;
  readonly plainDueDay: CivilDay;
  readonly overdueAfter: CivilDay | null;
  readonly triageDueDay: CivilDay;
  readonly forwardDueDay: CivilDay | null;
  /** Told with an apology; falls away where the item is no longer overdue by the new calendar. */
  readonly apologyDay: CivilDay | null;
}

/** The item's days told again over this calendar. Days already told to the citizen for a supplement stay. */
export function recalculated(
  calendar: WorkingCalendar,
  item: Dated,
  { entered, booked }: ClockStarts,
  today: CivilDay,
): Recalculation {
  const deadline = recomputeDeadline(calendar, item.deadline);
  const waits = item.registerNumber === null; // to be taken in: C1 still runs
  return {
    deadline,
    dueDay: deadline.due,
    plainDueDay: deadline.plainDue,
    overdueAfter: overdueAfter(deadline),
    triageDueDay: waits ? calendar.addWorkingDays(entered, TERMS.triage).due : item.triageDueDay,
    forwardDueDay: item.forwardDueDay === null ? null : calendar.addWorkingDays(booked, TERMS.forwarding).due,
    apologyDay: isOverdue(deadline, today) ? item.apologyDay : null,
  };
}

/** The same for one item, whose clocks the journal tells. */
export async function recalculatedItem(
  manager: EntityManager,
  item: Dated,
  calendar: WorkingCalendar,
  today: CivilDay,
): Promise<Recalculation> {
  const starts = (await clockStartsOf(manager, [item.id])).get(item.id) ?? startsUnknown(item);
  return recalculated(calendar, item, starts, today);
}

/** Where the journal tells nothing, the day of receipt. */
export function startsUnknown({ deadline }: Dated): ClockStarts {
  return { entered: deadline.start, booked: deadline.start };
}

/** @returns whether anything that is stored would change, be it only the reasons given for a day. */
export function differs(item: Dated, after: Recalculation): boolean {
  return (
    item.triageDueDay !== after.triageDueDay ||
    item.forwardDueDay !== after.forwardDueDay ||
    JSON.stringify(sorted(item.deadline)) !== JSON.stringify(sorted(after.deadline))
  );
}

/** Reads from the journal when the inner clocks of these items began. */
export async function clockStartsOf(
  manager: EntityManager,
  ids: readonly number[],
): Promise<Map<number, ClockStarts>> {
  const entries = await manager.find(JournalEntry, {
    select: { feedbackId: true, action: true, recordedAt: true, seq: true },
    where: { feedbackId: In([...ids]), action: In(['submit', 'book', 'return']) },
    order: { feedbackId: 'ASC', seq: 'ASC' },
  });
  const starts = new Map<number, ClockStarts>();
  for (const { feedbackId, action, recordedAt } of entries) {
    const day = dayOf(recordedAt);
    const known = starts.get(feedbackId) ?? { entered: day, booked: day };
    starts.set(feedbackId, action === 'submit' ? { ...known, entered: day } : { ...known, booked: day });
  }
  return starts;
}

/** Members in one order: a stored record may have them in that of an earlier version. */
function sorted(record: DeadlineRecord): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
}

import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Coordination } from '../../feedback/coordination.entity.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { HistoryRow } from './item-history.query.js';

/** One question to a co-ordinating agency, and what came of it. */
export interface CoordinationView {
  readonly agency: string;
  readonly question: string;
  readonly asked: number;
  readonly due: CivilDay;
  /** How urgent, in words; null once it was answered. */
  readonly standing: Message | null;
  readonly late: boolean;
  readonly answer: { readonly instant: number; readonly words: string; readonly who: string } | null;
}

/** @returns open questions first, by their inner day; answered ones after them. */
export function coordinationViews(
  coordinations: readonly Coordination[],
  history: readonly HistoryRow[],
  today: CivilDay,
  calendar: WorkingCalendar,
): CoordinationView[] {
  const rowOf = (seq: number | null): HistoryRow | undefined =>
    history.find(({ entry }) => entry.seq === seq);
  const inOrder = coordinations.toSorted(
    (a, b) =>
      Number(a.answeredAt !== null) - Number(b.answeredAt !== null) || a.dueDay.localeCompare(b.dueDay),
  );
  return inOrder.map((one) => {
    const answer = rowOf(one.answeredSeq);
    return {
      agency: one.agency.name,
      question: rowOf(one.askedSeq)?.text ?? '',
      asked: one.askedAt,
      due: one.dueDay,
      standing: one.answeredAt === null ? standingOf(one.dueDay, today, calendar) : null,
      late: one.answeredAt === null && one.dueDay < today,
      answer:
        one.answeredAt === null
          ? null
          : { instant: one.answeredAt, words: answer?.text ?? '', who: answer?.actor?.name ?? '' },
    };
  });
}

function standingOf(due: CivilDay, today: CivilDay, calendar: WorkingCalendar): Message {
  if (due === today) return { key: 'officer.due.today' };
  if (due > today)
    return { key: 'officer.due.left', params: { days: calendar.workingDaysBetween(today, due) } };
  const days = calendar.workingDaysBetween(due, today);
  return days === 0 ? { key: 'officer.due.justOverdue' } : { key: 'officer.due.overdue', params: { days } };
}

import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Coordination } from '../../feedback/coordination.entity.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { type CivilDay, dayOf, formatDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';
import type { PublicationStanding } from '../../publication/owed-publications.query.js';
import { type DueView, dueView, type StepClockView, stepClockView } from './due.view.js';
import type { DeskContext } from './queue-condition.js';

/** A word about an item that one must see in passing. */
export interface Mark {
  readonly words: Message;
  readonly tone: 'danger' | 'warning' | 'info' | 'neutral';
}

export interface QueueRow {
  /** Id and version, as a selection sends them. */
  readonly key: string;
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly state: string;
  readonly registerNumber: string | null;
  readonly agency: string;
  /** Where it was sent, when that is another agency. */
  readonly sentTo: string | null;
  readonly assignee: string | null;
  readonly isMine: boolean;
  readonly submitted: CivilDay;
  readonly answered: CivilDay | null;
  readonly due: DueView | null;
  readonly stepClock: StepClockView | null;
  /** By when the answer is to be public; null where it is, or is not to be. */
  readonly publicationDue: { readonly day: CivilDay; readonly late: boolean } | null;
  readonly marks: readonly Mark[];
}

/** What is known about one item besides itself. */
export interface RowSurroundings {
  readonly desk: DeskContext;
  readonly calendar: WorkingCalendar;
  /** Questions to other agencies that wait for an answer. */
  readonly asked: readonly Pick<Coordination, 'agencyId' | 'dueDay'>[];
  readonly publication: PublicationStanding | null;
  readonly hasParts: boolean;
  readonly assignee: string | null;
}

export function queueRow(item: Feedback, around: RowSurroundings): QueueRow {
  const { handlingAgency, intakeAgency } = item;
  const { today, actor } = around.desk;
  return {
    key: `${item.id}.${item.version}`,
    code: item.code,
    href: paths.officerItem.to({ code: item.code }),
    title: item.title,
    state: item.state,
    registerNumber: item.registerNumber,
    agency: handlingAgency.shortName,
    sentTo: handlingAgency.id === intakeAgency.id ? null : intakeAgency.shortName,
    assignee: around.assignee,
    isMine: item.assigneeId === actor.staffId,
    submitted: dayOf(item.submittedAt),
    answered: item.answeredAt === null ? null : dayOf(item.answeredAt),
    due: dueView(item, today, around.calendar),
    stepClock: stepClockView(item, today),
    publicationDue: publicationDue(item, around.publication),
    marks: marksOf(item, around),
  };
}

function publicationDue(
  { publication }: Feedback,
  standing: PublicationStanding | null,
): QueueRow['publicationDue'] {
  const { dueDay = null, late = false } = standing ?? {};
  return publication === 'PUBLISHED' || dueDay === null ? null : { day: dueDay, late };
}

/** In the order in which they matter. */
function marksOf(item: Feedback, { desk, asked, hasParts }: RowSurroundings): Mark[] {
  const mark = (when: boolean, name: string, tone: Mark['tone'], params = {}): Mark[] =>
    when ? [{ words: { key: `desk.mark.${name}`, params }, tone }] : [];
  const [mine] = asked.filter(({ agencyId }) => desk.own.includes(agencyId));
  const late = item.overdueAfter !== null && item.overdueAfter < desk.today;
  const standsIn = item.assigneeId !== desk.actor.staffId && desk.mine.includes(item.assigneeId ?? 0);
  return [
    ...mark(item.urgency !== 'NORMAL', item.urgency, 'danger'),
    ...mark(late && item.registerNumber === null, 'unbooked', 'warning'),
    ...mark(item.extensionAskedById !== null, 'extension', 'warning'),
    ...mark(item.reopenAsked, 'reopening', 'warning'),
    ...mark(item.hops > 0 && item.state === 'RECEIVED', 'returned', 'warning'),
    ...(mine
      ? mark(true, 'asked', 'info', { day: formatDay(mine.dueDay) })
      : mark(asked.length > 0, 'coordination', 'info')),
    ...mark(standsIn, 'standIn', 'info'),
    ...mark(item.splitFromId !== null, 'part', 'neutral'),
    ...mark(hasParts, 'whole', 'neutral'),
    ...(item.publication === 'NONE'
      ? []
      : [{ words: { key: `feedback.publication.${item.publication}` }, tone: 'neutral' as const }]),
  ];
}

import type { StaffActor } from '../../accounts/staff-actor.js';
import { deadlineLines } from '../../calendar/deadline-lines.js';
import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Circumstances } from '../../feedback/conditions.js';
import type { Attachment } from '../../feedback/attachment.entity.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Reply } from '../../feedback/reply.entity.js';
import type { Action } from '../../feedback/transition.js';
import { type CivilDay, dayOf, formatDay, formatInstant } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { type ActionButtons, actionButtons } from './action-buttons.view.js';
import type { Fact } from './contact.view.js';
import { type DueView, dueView, type StepClockView, stepClockView } from './due.view.js';
import { type TimelineEntry, timelineEntry } from './history.view.js';
import type { HistoryRow } from './item-history.query.js';
import { type CoordinationView, coordinationViews } from './item-coordination.view.js';
import { type NotesView, notesView, type NoteWritten } from './item-notes.view.js';
import type { PanelViews } from './item-panel.js';
import { type PresenceView, presenceView } from './item-presence.view.js';
import type { ItemSidesFound } from './item-sides.service.js';
import type { ListBehind } from './item-way.js';
import { type ReplyView, replyView } from './reply.view.js';
import type { Say } from './say.js';

/** What is known about an item besides itself. */
export interface ItemSurroundings {
  readonly circumstances: Circumstances & { readonly actor: StaffActor };
  readonly calendar: WorkingCalendar;
  readonly reply: Reply | null;
  readonly files: readonly Attachment[];
  readonly history: readonly HistoryRow[];
  readonly masterCode: string | null;
  readonly sides: ItemSidesFound;
  readonly behind: ListBehind;
  readonly note: NoteWritten | null;
}

export interface ItemPage extends PageModel {
  readonly code: string;
  readonly itemTitle: string;
  readonly content: string;
  readonly state: string;
  readonly version: number;
  readonly publication: Message | null;
  /** Epoch ms; null while everything is there. */
  readonly erasedAt: number | null;
  readonly erasureAskedAt: number | null;
  readonly due: DueView | null;
  readonly stepClock: StepClockView | null;
  /** The promised date with its working-out, as `components/working-out` prints it. */
  readonly deadline: {
    readonly due: CivilDay;
    readonly lines: readonly Message[];
    readonly counted: readonly CivilDay[];
  };
  readonly facts: readonly Fact[];
  readonly reply: ReplyView | null;
  readonly buttons: ActionButtons;
  readonly entries: readonly TimelineEntry[];
  readonly panels: PanelViews;
  readonly presence: PresenceView;
  readonly notes: NotesView;
  /** Of the form of notes, for the summary of faults. */
  readonly form: NotesView['form'];
  readonly coordinations: readonly CoordinationView[];
  readonly earlierReplies: readonly ReplyView[];
  /** What the citizen asks to have reopened for; null where nothing waits to be decided. */
  readonly reopening: { readonly instant: number; readonly words: string } | null;
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

export function itemPage(around: ItemSurroundings, say: Say): ItemPage {
  const { circumstances, calendar, reply, files, sides, behind, history } = around;
  const { item, today } = circumstances;
  const { from } = behind;
  const notes = notesView({ code: item.code, from, files }, sides, around.note);
  return {
    title: 'officer.item.title',
    titleParams: { code: item.code },
    code: item.code,
    itemTitle: item.title,
    content: item.content,
    state: item.state,
    version: item.version,
    publication: item.publication === 'NONE' ? null : { key: `feedback.publication.${item.publication}` },
    erasedAt: item.erasedAt,
    erasureAskedAt: item.erasureAskedAt,
    due: dueView(item, today, calendar),
    stepClock: stepClockView(item, today),
    deadline: {
      due: item.deadline.due,
      lines: deadlineLines(item.deadline),
      counted: item.deadline.counted,
    },
    facts: itemFacts(item, around.masterCode, say),
    reply: reply && replyView(reply, { item, files }, say),
    buttons: actionButtons(circumstances, from),
    entries: history.map((row) => timelineEntry(row, say, files)),
    panels: sides.panels,
    presence: presenceView(item.code, '', sides.others, say),
    notes,
    form: notes.form,
    coordinations: coordinationViews(item.coordinations, history, today, calendar),
    earlierReplies: sides.earlier.map((one) => replyView(one, { item, files }, say)),
    reopening: item.reopenAsked ? lastWords(history, 'askReopen') : null,
    way: [{ text: say(behind.name), href: behind.href }, { text: item.code }],
  };
}

/** @returns what was written with the newest entry of that step. */
export function lastWords(
  history: readonly HistoryRow[],
  action: Action,
): { instant: number; words: string; who: string } | null {
  const row = history.find(({ entry }) => entry.action === action);
  return row ? { instant: row.entry.recordedAt, words: row.text ?? '', who: row.actor?.name ?? '' } : null;
}

/** Of what officers keyed in only the day is known. */
function arrivalFact({ channel, submittedAt }: Feedback): Fact {
  return channel === 'WEB'
    ? { label: 'officer.fact.submitted', value: formatInstant(submittedAt) }
    : { label: 'compare.received', value: formatDay(dayOf(submittedAt)) };
}

/** Number, kind, procedure, agencies, times: what does not change with every step. */
export function itemFacts(item: Feedback, masterCode: string | null, say: Say): Fact[] {
  const { procedure, field } = item;
  const sameAgency = item.intakeAgency.id === item.handlingAgency.id;
  const kind = `${say({ key: `feedback.kind.${item.kind}` })} · ${say({ key: `feedback.subject.${item.subject}` })}`;
  const facts = [
    { label: 'officer.fact.register', value: item.registerNumber ?? '' },
    { label: 'officer.fact.kind', value: kind },
    { label: 'officer.fact.procedure', value: procedure ? `${procedure.code} ${procedure.name}` : '' },
    { label: 'officer.fact.field', value: field?.name ?? '' },
    { label: 'officer.fact.handling', value: item.handlingAgency.name },
    { label: 'officer.fact.intake', value: sameAgency ? '' : item.intakeAgency.name },
    arrivalFact(item),
    { label: 'officer.fact.channel', value: say({ key: `feedback.channel.${item.channel}` }) },
    {
      label: 'deskItem.fact.urgency',
      value: item.urgency === 'NORMAL' ? '' : say({ key: `feedback.urgency.${item.urgency}` }),
    },
    { label: 'deskItem.fact.place', value: item.place ?? '' },
    { label: 'deskItem.fact.concerned', value: item.concernedName ?? '' },
    { label: 'deskItem.fact.apology', value: item.apologyDay ? formatDay(item.apologyDay) : '' },
    { label: 'officer.fact.answered', value: item.answeredAt === null ? '' : formatInstant(item.answeredAt) },
    {
      label: 'officer.fact.rating',
      value: item.rating ? say({ key: `feedback.rating.${item.rating}` }) : '',
    },
    { label: 'officer.fact.master', value: masterCode ?? '' },
    { label: 'officer.fact.merged', value: item.mergedCount > 0 ? String(item.mergedCount) : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

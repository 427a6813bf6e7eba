import type { StaffActor } from '../../accounts/staff-actor.js';
import { deadlineLines } from '../../calendar/deadline-lines.js';
import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import type { Circumstances } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { ANSWERED } from '../../feedback/state.js';
import { type CivilDay, formatInstant } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type ActionButtons, actionButtons } from './action-buttons.view.js';
import { type ContactView, contactReach, contactView, type Fact } from './contact.view.js';
import { type DueView, dueView, type StepClockView, stepClockView } from './due.view.js';
import { type TimelineEntry, timelineEntry } from './history.view.js';
import type { HistoryRow } from './item-history.query.js';
import type { PanelViews } from './item-panel.js';
import { type ReplyView, replyView } from './reply.view.js';
import type { Say } from './say.js';

/** What is known about an item besides itself. */
export interface ItemSurroundings {
  readonly circumstances: Circumstances & { readonly actor: StaffActor };
  readonly calendar: WorkingCalendar;
  readonly reply: Reply | null;
  readonly history: readonly HistoryRow[];
  readonly masterCode: string | null;
  readonly panels: PanelViews;
}

export interface ItemPage extends PageModel {
  readonly code: string;
  readonly itemTitle: string;
  readonly content: string;
  readonly state: string;
  readonly version: number;
  readonly publication: Message | null;
  readonly due: DueView | null;
  readonly stepClock: StepClockView | null;
  /** The promised date with its working-out, as `components/working-out` prints it. */
  readonly deadline: {
    readonly due: CivilDay;
    readonly lines: readonly Message[];
    readonly counted: readonly CivilDay[];
  };
  readonly facts: readonly Fact[];
  readonly contact: ContactView;
  readonly reply: ReplyView | null;
  readonly buttons: ActionButtons;
  readonly entries: readonly TimelineEntry[];
  readonly panels: PanelViews;
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

export function itemPage(around: ItemSurroundings, say: Say): ItemPage {
  const { circumstances, calendar, reply } = around;
  const { item, today, actor } = circumstances;
  return {
    title: 'officer.item.title',
    titleParams: { code: item.code },
    code: item.code,
    itemTitle: item.title,
    content: item.content,
    state: item.state,
    version: item.version,
    publication: item.publication === 'NONE' ? null : { key: `feedback.publication.${item.publication}` },
    due: dueView(item, today, calendar),
    stepClock: stepClockView(item, today),
    deadline: {
      due: item.deadline.due,
      lines: deadlineLines(item.deadline),
      counted: item.deadline.counted,
    },
    facts: itemFacts(item, around.masterCode, say),
    contact: contactView(item.submitter, contactReach(actor, item), say),
    reply: reply && replyView(reply, ANSWERED.includes(item.state), say),
    buttons: actionButtons(circumstances),
    entries: around.history.map((row) => timelineEntry(row, say)),
    panels: around.panels,
    way: [{ text: say({ key: 'officer.queue.title' }), href: paths.officerQueue.to() }, { text: item.code }],
  };
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
    { label: 'officer.fact.submitted', value: formatInstant(item.submittedAt) },
    { label: 'officer.fact.channel', value: say({ key: `feedback.channel.${item.channel}` }) },
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

import { promiseView } from '../../calendar/promise.view.js';
import { contactRows } from '../../directory/contact-points.js';
import { procedureHit } from '../../directory/procedure-hit.js';
import { ANSWERED, RATINGS } from '../../feedback/state.js';
import { TERMS } from '../../feedback/terms.js';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { uploadView, type UploadView } from '../../intake/upload.view.js';
import { addDays, dayOf, formatDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { paths } from '../../platform/web/paths.js';
import type { CitizenItem, PublicEntry, PublicReply } from '../../tracking/citizen-item.query.js';
import { isRunning, nextOf, promiseMeans, verdictOf, wordsOf } from '../../tracking/standing.js';
import { MAX_ADDED, MAX_WORDS } from '../../tracking/step.form.js';
import { fileRows } from './file-rows.view.js';
import { type Model, textOf } from './submit.view.js';
import { reopeningView } from './track-reopening.view.js';
import { ACTION_OF, type StepName } from './track.view.js';

/** What the citizen had typed when a step was refused, and why it was. */
export interface Refused {
  readonly step: StepName;
  readonly form: FormView;
  /** The version the citizen saw, where somebody was faster: what came after it is shown. */
  readonly staleSince?: number;
  /** Files that were received for the step. */
  readonly upload?: UploadView | null;
}

/** A step of the timeline as the component prints it. */
export interface TimelineLine {
  readonly instant: number;
  readonly title: Message;
  readonly body: string | null;
  readonly agency: string | null;
  readonly actor: string | null;
}

/** The item as its citizen sees it: where it stands, who is responsible, by when, what was answered, what can be done. */
export function itemPage(found: CitizenItem, refused: Refused | null = null): Model {
  const { item, leading, actions } = found;
  const can = (step: StepName): boolean => actions.includes(ACTION_OF[step]);
  const formOf = (step: StepName): FormView => (refused?.step === step ? refused.form : formView(EMPTY));
  const [standing = null, ...earlier] = ANSWERED.includes(leading.state)
    ? found.replies
    : [null, ...found.replies];
  return {
    title: 'tracking.item.title',
    titleParams: { code: item.code },
    form: refused?.form ?? formView(EMPTY),
    code: item.code,
    version: item.version,
    erasedAt: item.erasedAt,
    isErasureAsked: item.erasureAskedAt !== null,
    standingNow: standingOf(found),
    agency: { name: leading.handlingAgency.name, contacts: contactRows(leading.handlingAgency) },
    asked: item.state === 'NEEDS_INFO' ? wordsOf(found.timeline, 'requestInfo') : null,
    verdict: verdictOf(found),
    reply: standing && replyView(standing, found),
    earlierReplies: earlier.filter((one) => one !== null).map((one) => replyView(one, found)),
    entries: found.timeline.map((entry) => (found.whole ? partLine(entry) : timelineLine(entry))),
    facts: factsOf(found),
    rated: item.rating === null ? null : `feedback.rating.${item.rating}`,
    supplementBy: found.supplementBy,
    supplement: can('supplement') ? formOf('supplement') : null,
    rate: can('rate') ? formOf('rate') : null,
    ratings: RATINGS.map((rating) => ({ value: rating, label: `feedback.rating.${rating}` })),
    reopen: can('reopen') ? formOf('reopen') : null,
    reopenBy: item.answeredAt === null ? null : addDays(dayOf(item.answeredAt), TERMS.reopening),
    withdraw: can('withdraw'),
    limits: { added: MAX_ADDED, words: MAX_WORDS },
    conflict: refused?.staleSince === undefined ? null : conflictOf(found, refused, refused.staleSince),
    leftover: refused && !can(refused.step) ? leftoverOf(refused.form) : null,
    upload: refused?.upload ?? uploadView([], [], CITIZEN_FILES),
    files: fileRows(found.files),
    reopening: reopeningView(found),
    parts: found.parts.map(({ code, title, state }) => ({ code, heading: title, state })),
    whole: found.whole?.code ?? null,
  };
}

const EMPTY = { content: '', rating: '', words: '' };

/** State in words, what comes next, and the promised day while it means something. */
function standingOf(found: CitizenItem): Readonly<Record<string, unknown>> {
  const { item, leading, today } = found;
  return {
    state: item.state,
    leading: leading.id === item.id ? null : leading.state,
    meaning: `lifecycle.meaning.${item.state}`,
    comes: nextOf(found),
    promise: promiseMeans(leading) ? promiseView(leading.deadline, isRunning(leading) ? today : null) : null,
    /** The new day that was told with an apology; it means something while the item is late. */
    apologyDay: isRunning(leading) ? leading.apologyDay : null,
  };
}

/** An approved answer, as it is printed. */
function replyView(
  { reply, answeredAt, agency }: PublicReply,
  { files, replies }: CitizenItem,
): Readonly<Record<string, unknown>> {
  const { body, outcome, number, day, signatory } = reply;
  return {
    body,
    outcome: `feedback.outcome.${outcome}`,
    number,
    day,
    signatory,
    answeredAt,
    agency,
    files: fileRows(files, reply.id),
    pdf: paths.trackReplyPdf.to({
      lan: replies.length - replies.findIndex((one) => one.reply.id === reply.id),
    }),
  };
}

function timelineLine({
  instant,
  action,
  agency,
  position,
  words,
  transferredTo,
  dayTold,
}: PublicEntry): TimelineLine {
  const to = [transferredTo, dayTold && formatDay(dayTold)].flatMap((one) => (one ? [`→ ${one}`] : []));
  return {
    instant,
    title: { key: `lifecycle.public.${action}` },
    body: [...to, ...(words === null ? [] : [words])].join('\n') || null,
    agency,
    actor: position === '' ? null : position,
  };
}

/** A part was not sent, it was split off. */
function partLine(entry: PublicEntry): TimelineLine {
  const line = timelineLine(entry);
  return entry.action === 'submit' ? { ...line, title: { key: 'tracking.part.made' } } : line;
}

interface FactLine {
  readonly label: string;
  readonly value?: string;
  readonly key?: string;
  readonly instant?: number;
}

/** What officers keyed in came on a day, by another channel; its hour says nothing. */
function arrivalOf({ channel, submittedAt }: CitizenItem['item']): FactLine[] {
  if (channel === 'WEB') return [{ label: 'tracking.item.submittedAt', instant: submittedAt }];
  return [
    { label: 'tracking.item.receivedDay', value: formatDay(dayOf(submittedAt)) },
    { label: 'tracking.item.channel', key: `feedback.channel.${channel}` },
  ];
}

function factsOf({ item }: CitizenItem): FactLine[] {
  return [
    ...arrivalOf(item),
    ...(item.registerNumber === null
      ? []
      : [{ label: 'tracking.item.registerNumber', value: item.registerNumber }]),
    { label: 'tracking.item.kind', key: `feedback.kind.${item.kind}` },
    { label: 'tracking.item.subject', key: `submit.subjectOption.${item.subject}.label` },
    ...(item.procedure === null
      ? []
      : [{ label: 'tracking.item.procedure', value: textOf(procedureHit(item.procedure)) }]),
    { label: 'tracking.item.titleField', value: item.title },
    { label: 'tracking.item.content', value: item.content },
  ];
}

function conflictOf(
  { timeline, actions }: CitizenItem,
  { step }: Refused,
  since: number,
): { text: string; changes: TimelineLine[] } {
  return {
    text: actions.includes(ACTION_OF[step]) ? 'tracking.conflict.text' : 'tracking.conflict.noLonger',
    changes: timeline.filter(({ seq }) => seq > since).map(timelineLine),
  };
}

/** What was typed for a step that no longer exists: shown to be copied, never thrown away. */
function leftoverOf({ values }: FormView): string | null {
  const text = values.content ?? values.words;
  return typeof text === 'string' && text !== '' ? text : null;
}

import { isOverdue } from '../../calendar/promise.js';
import { contactRows } from '../../directory/contact-points.js';
import type { Attachment } from '../../feedback/attachment.entity.js';
import { isServed } from '../../feedback/is-served.js';
import { ANSWERED } from '../../feedback/state.js';
import type { Action } from '../../feedback/transition.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { CitizenItem, PublicEntry, PublicReply } from '../../tracking/citizen-item.query.js';
import { isRunning, nextOf, promiseMeans, verdictOf, wordsOf } from '../../tracking/standing.js';
import { API } from './api-addresses.js';

/** Says a message in the language of the request. */
export type Say = (message: Message) => string;

/** What the lifecycle calls it, and under which address a program does it. */
const STEPS: readonly (readonly [action: Action, address: string])[] = [
  ['supplement', 'supplement'],
  ['withdraw', 'withdraw'],
  ['rate', 'rating'],
  ['askReopen', 'reopening'],
];

/** The item as its tracking page shows it: the same facts, for the same reader. */
export function itemJson(found: CitizenItem, say: Say): object {
  const { item, leading, today } = found;
  const words = (key: string): string => say({ key });
  const verdict = verdictOf(found);
  return {
    code: item.code,
    version: item.version,
    state: lower(item.state),
    stateLabel: words(`lifecycle.state.${item.state}`),
    meaning: words(`lifecycle.meaning.${item.state}`),
    next: words(nextOf(found)),
    mergedState: leading.id === item.id ? null : lower(leading.state),
    due: promiseMeans(leading) ? leading.deadline.due : null,
    late: isRunning(leading) && isOverdue(leading.deadline, today),
    apologyDay: isRunning(leading) ? leading.apologyDay : null,
    agency: {
      ...named(leading.handlingAgency),
      contacts: contactRows(leading.handlingAgency).map(({ label, value }) => ({
        label: words(label),
        value,
      })),
    },
    ...wordsJson(found),
    question: item.state === 'NEEDS_INFO' ? wordsOf(found.timeline, 'requestInfo') : null,
    supplementBy: found.supplementBy,
    verdict: verdict && { reason: verdict.reason && words(verdict.reason), words: verdict.words },
    rating: item.rating && lower(item.rating),
    steps: STEPS.filter(([action]) => found.actions.includes(action)).map(([, address]) => address),
    replies: found.replies.map((one, at) =>
      replyJson(one, found, at === 0 && ANSWERED.includes(leading.state), say),
    ),
    files: filesJson(found, null),
    timeline: found.timeline.map((entry) => entryJson(entry, found, say)),
    parts: found.parts.map(({ code, title, state }) => ({ code, title, state: lower(state) })),
    whole: found.whole?.code ?? null,
  };
}

/** What was sent, and how it came. Of what officers keyed in only the day is known. */
function wordsJson({ item }: CitizenItem): object {
  return {
    kind: lower(item.kind),
    subject: lower(item.subject),
    title: item.title,
    content: item.content,
    procedure: item.procedure && named(item.procedure),
    field: item.field && named(item.field),
    channel: lower(item.channel),
    receivedDay: dayOf(item.submittedAt),
    submittedAt: item.channel === 'WEB' ? iso(item.submittedAt) : null,
    registerNumber: item.registerNumber,
    externalNumber: item.externalNumber,
  };
}

function replyJson(
  { reply, answeredAt, agency }: PublicReply,
  found: CitizenItem,
  isStanding: boolean,
  say: Say,
): object {
  const { body, outcome, number, day, signatory } = reply;
  return {
    isStanding,
    answeredAt: iso(answeredAt),
    agency,
    outcome: lower(outcome),
    outcomeLabel: say({ key: `feedback.outcome.${outcome}` }),
    ...{ body, number, day, signatory },
    files: filesJson(found, reply.id),
  };
}

function entryJson(entry: PublicEntry, { whole }: CitizenItem, say: Say): object {
  const { seq, instant, action, actorKind, agency, position, words, transferredTo, dayTold } = entry;
  const isPart = whole !== null && action === 'submit';
  const key = isPart ? 'tracking.part.made' : `lifecycle.public.${action}`;
  return {
    ...{ seq, at: iso(instant), action, label: say({ key }), by: actorKind, agency },
    ...{ position: position === '' ? null : position, words, transferredTo, day: dayTold },
  };
}

/** `href` is null while the virus scanner has not seen it, and for good when it found something. */
function filesJson({ item, files }: CitizenItem, replyId: number | null): object[] {
  return files.filter((file) => file.replyId === replyId).map((file) => fileJson(item.code, file));
}

function fileJson(code: string, file: Attachment): object {
  const { id, name, mediaType, size, scan } = file;
  const href = isServed(file) ? API.itemFile.to({ code, id }) : null;
  return { id, name, mediaType, size, scan: lower(scan), href };
}

export const lower = (word: string): string => word.toLowerCase();
export const iso = (instant: number): string => new Date(instant).toISOString();

function named({ code, name }: { readonly code: string; readonly name: string }): object {
  return { code, name };
}

import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { allowedTransitions } from '../../feedback/policy.js';
import { ANSWERED, PENDING } from '../../feedback/state.js';
import { type CivilDay, formatDay, dayOf } from '../../platform/kernel/civil-day.js';
import { fold } from '../../platform/kernel/fold.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readsMasked } from './contact.view.js';
import type { Say } from './say.js';
import { type Run, sideBySide } from './word-diff.js';

/** One of the two, as its column prints it. */
interface Side {
  readonly code: string;
  readonly href: string;
  readonly state: string;
  readonly heading: readonly Run[];
  readonly content: readonly Run[];
}

/** A fact of both; whether they say the same. */
interface ComparedFact {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
}

/** “Merge this one into that one”, or why not. */
export interface MergeWay {
  readonly from: string;
  readonly into: string;
  readonly address: string;
  readonly expectedVersion: number;
  readonly blocked: Message | null;
}

export interface ComparePage extends PageModel {
  readonly left: Side;
  readonly right: Side;
  readonly facts: readonly ComparedFact[];
  /** What is known of the two submitters: alike or not, never the data themselves. */
  readonly contact: readonly { readonly label: string; readonly verdict: string }[];
  readonly ways: readonly MergeWay[];
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

/** Two items side by side, as this person may see them. */
export function comparePage(
  [left, right]: readonly [Feedback, Feedback],
  actor: StaffActor,
  today: CivilDay,
  say: Say,
): ComparePage {
  const heading = sideBySide(left.title, right.title);
  const content = sideBySide(left.content, right.content);
  const side = (item: Feedback, at: 'left' | 'right'): Side => ({
    code: item.code,
    href: paths.officerItem.to({ code: item.code }),
    state: item.state,
    heading: heading[at],
    content: content[at],
  });
  return {
    title: 'compare.title',
    left: side(left, 'left'),
    right: side(right, 'right'),
    facts: comparedFacts(left, right, say),
    contact: comparedContact(left, right, actor),
    ways: [mergeWay(left, right, actor, today), mergeWay(right, left, actor, today)],
    way: [
      { text: say({ key: 'officer.queue.title' }), href: paths.officerQueue.to() },
      { text: left.code, href: paths.officerItem.to({ code: left.code }) },
      { text: say({ key: 'compare.title' }) },
    ],
  };
}

function comparedFacts(left: Feedback, right: Feedback, say: Say): ComparedFact[] {
  const fact = (label: string, of: (item: Feedback) => string): ComparedFact => ({
    label,
    left: of(left),
    right: of(right),
    same: of(left) === of(right),
  });
  return [
    fact('compare.received', (item) => formatDay(dayOf(item.submittedAt))),
    fact('officer.fact.channel', (item) => say({ key: `feedback.channel.${item.channel}` })),
    fact('officer.fact.kind', (item) => say({ key: `feedback.subject.${item.subject}` })),
    fact('officer.fact.procedure', ({ procedure }) => procedure?.name ?? say({ key: 'compare.none' })),
    fact('officer.fact.handling', (item) => item.handlingAgency.name),
    fact('officer.due.label', (item) => formatDay(item.dueDay)),
  ];
}

/** Alike or not is what a merger needs to know; numbers and addresses stay where policy has put them. */
function comparedContact(left: Feedback, right: Feedback, actor: StaffActor): ComparePage['contact'] {
  const isHidden = [left, right].some((item) => !readsMasked(actor, item));
  const verdict = (a: string, b: string): string => {
    if (isHidden) return 'compare.contact.hidden';
    if (a === '' || b === '') return 'compare.contact.unknown';
    return fold(a) === fold(b) ? 'compare.contact.same' : 'compare.contact.different';
  };
  const [a, b] = [left.submitter, right.submitter];
  return [
    { label: 'officer.contact.name', verdict: verdict(a.name, b.name) },
    { label: 'officer.contact.phone', verdict: verdict(a.phone, b.phone) },
    { label: 'officer.contact.email', verdict: verdict(a.email ?? '', b.email ?? '') },
    { label: 'officer.contact.address', verdict: verdict(a.address, b.address) },
  ];
}

/** Which of the two goes on is a person's choice, where the lifecycle leaves one. */
function mergeWay(item: Feedback, master: Feedback, actor: StaffActor, today: CivilDay): MergeWay {
  const row = allowedTransitions(actor, item).find(({ action }) => action === 'merge');
  const refusal = row && refusalOf(row, { item, actor, today, drafterId: null });
  const isUsable = [...PENDING, ...ANSWERED].includes(master.state);
  return {
    from: item.code,
    into: master.code,
    address: paths.officerAction.to({ code: item.code, action: 'merge' }),
    expectedVersion: item.version,
    blocked: !row
      ? { key: 'lifecycle.notAllowed' }
      : (refusal ?? (isUsable ? null : { key: 'compare.masterNotBooked' })),
  };
}

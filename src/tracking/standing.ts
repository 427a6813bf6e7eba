import { ANSWERED, PENDING, type State } from '../feedback/state.js';
import type { CitizenItem, PublicEntry } from './citizen-item.query.js';

/** The states in which a promised day means something. */
const PROMISED: readonly State[] = ['SUBMITTED', ...PENDING, ...ANSWERED];

type Standing = Readonly<{ state: State }>;

/** @returns whether the promise of this item (or the one it was merged into) is told. */
export function promiseMeans({ state }: Standing): boolean {
  return PROMISED.includes(state);
}

/** @returns whether the answer is still to come, so that it can be late. */
export function isRunning({ state }: Standing): boolean {
  return state === 'SUBMITTED' || PENDING.includes(state);
}

/** @returns the message key of what happens next, or what its citizen can do. */
export function nextOf({ item, actions }: Pick<CitizenItem, 'item' | 'actions'>): string {
  if (item.reopenAsked) return 'tracking.next.REOPEN_ASKED';
  if (actions.includes('askReopen')) return 'tracking.next.REOPENABLE';
  return item.state === 'ANSWERED' && !actions.includes('rate')
    ? 'tracking.next.CLOSED'
    : `tracking.next.${item.state}`;
}

/** Why something was not taken in, or where it has to go instead. */
export interface Verdict {
  /** A message key. */
  readonly reason: string | null;
  readonly words: string | null;
}

/** @returns null where it was neither refused nor redirected. */
export function verdictOf({ item, timeline }: Pick<CitizenItem, 'item' | 'timeline'>): Verdict | null {
  if (item.state !== 'REFUSED' && item.state !== 'REDIRECTED') return null;
  const entry = timeline.find(
    ({ action }) => action === 'refuse' || action === 'redirect' || action === 'expire',
  );
  if (entry?.action === 'expire') return { reason: 'feedback.refusal.NO_SUPPLEMENT', words: null };
  const group = item.state === 'REFUSED' ? 'refusal' : 'redirection';
  const reason = entry?.reasonCode ? `feedback.${group}.${entry.reasonCode}` : null;
  return { reason, words: entry?.words ?? null };
}

/** @param timeline newest first. @returns the words of the newest such step. */
export function wordsOf(timeline: readonly PublicEntry[], action: PublicEntry['action']): string | null {
  return timeline.find((entry) => entry.action === action)?.words ?? null;
}

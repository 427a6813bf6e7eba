import { OPEN } from '../../feedback/state.js';
import type { CitizenItem, PublicEntry } from '../../tracking/citizen-item.query.js';

/** How the citizen's request for another look stands, as `citizen/track-reopening` prints it. */
export interface ReopeningView {
  readonly heading: string;
  readonly tone: 'info' | 'success' | 'warning';
  /** What the citizen added with the request. */
  readonly yours: string | null;
  /** Why it was decided so. */
  readonly reason: string | null;
}

/** @returns null where nobody asked for another look, or another answer has been given since. */
export function reopeningView({ item, timeline }: CitizenItem): ReopeningView | null {
  const newest = (action: PublicEntry['action']): PublicEntry | null =>
    timeline.find((entry) => entry.action === action) ?? null;
  const asked = newest('askReopen');
  const yours = asked?.words ?? null;
  if (item.reopenAsked) return { heading: 'tracking.reopen.asked', tone: 'info', yours, reason: null };
  if (item.reopenDeclined) {
    const reason = newest('declineReopen')?.words ?? null;
    return { heading: 'tracking.reopen.declined', tone: 'warning', yours, reason };
  }
  const reopened = newest('reopen');
  if (!reopened || !OPEN.includes(item.state)) return null;
  const heading = asked ? 'tracking.reopen.granted' : 'tracking.reopen.reopened';
  return { heading, tone: 'success', yours, reason: reopened.words };
}

import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import type { Action } from '../feedback/transition.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** Steps whose words are meant for the citizen. Reasons between agencies stay inside. */
const SPOKEN: ReadonlySet<JournalEntry['action']> = new Set<Action>([
  'refuse',
  'redirect',
  'requestInfo',
  'extend',
  'reopen',
  'declineReopen',
]);

type Entry = Pick<JournalEntry, 'action' | 'actorKind'>;
type Told = Pick<JournalEntry, 'action' | 'details'>;

/** @returns whether the citizen may read the step's words: what was written to the citizen, and the citizen's own. */
export function isSpoken({ action, actorKind }: Entry): boolean {
  return actorKind === 'citizen' || actorKind === 'partner' || SPOKEN.has(action);
}

/** @returns the day that the step told the citizen: of an apology, a new calendar, an extension; null for others. */
export function dayTold({ action, details, dueDay }: Told & Pick<JournalEntry, 'dueDay'>): CivilDay | null {
  if (action === 'extend' || action === 'recalculate') return dueDay;
  const newDay = action === 'apologise' ? details?.['newDay'] : undefined;
  return typeof newDay === 'string' ? newDay : null;
}

/** @returns whether the step moved the item to another agency's books. */
export function isTransfer({
  agencyId,
  fromAgencyId,
}: Pick<JournalEntry, 'agencyId' | 'fromAgencyId'>): boolean {
  return fromAgencyId !== null && fromAgencyId !== agencyId;
}

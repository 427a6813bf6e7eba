import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { LIFECYCLE } from '../feedback/lifecycle.js';
import type { Action } from '../feedback/transition.js';

/** Steps that a citizen may know of; the lifecycle says which. */
const PUBLIC: ReadonlySet<string> = new Set([
  'submit',
  ...LIFECYCLE.filter((row) => row.public).map((row) => row.action),
]);

/** Steps whose words are meant for the citizen. Reasons between agencies stay inside. */
const SPOKEN: ReadonlySet<JournalEntry['action']> = new Set<Action>([
  'refuse',
  'redirect',
  'requestInfo',
  'extend',
]);

type Entry = Pick<JournalEntry, 'action' | 'actorKind'>;

/** @returns whether the citizen's timeline shows the step. */
export function isPublic({ action }: Entry): boolean {
  return PUBLIC.has(action);
}

/** @returns whether the citizen may read the step's words: what was written to the citizen, and the citizen's own. */
export function isSpoken({ action, actorKind }: Entry): boolean {
  return actorKind === 'citizen' || SPOKEN.has(action);
}

/** @returns whether the step moved the item to another agency's books. */
export function isTransfer({
  agencyId,
  fromAgencyId,
}: Pick<JournalEntry, 'agencyId' | 'fromAgencyId'>): boolean {
  return fromAgencyId !== null && fromAgencyId !== agencyId;
}

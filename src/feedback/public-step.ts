import type { JournalEntry } from './journal-entry.entity.js';
import { LIFECYCLE } from './lifecycle.js';

/** Steps that a citizen may know of; the lifecycle says which. */
const PUBLIC: ReadonlySet<string> = new Set([
  'submit',
  ...LIFECYCLE.filter((row) => row.public).map((row) => row.action),
]);

/** Among an entry's details: a proposal was turned down, so that nothing public was taken back. */
export const TURNED_DOWN_FACT = 'turnedDown';

/**
 * @returns whether the citizen's timeline shows the step, and whoever speaks for the citizen is told of it; a calendar
 *   that leaves the promised day alone is no step to tell.
 */
export function isPublic({ action, details }: Pick<JournalEntry, 'action' | 'details'>): boolean {
  if (action === 'recalculate' && details !== null) return details['dueBefore'] !== details['dueAfter'];
  if (action === 'unpublish' && details?.[TURNED_DOWN_FACT] !== undefined) return false;
  return PUBLIC.has(action);
}

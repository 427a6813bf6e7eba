import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { ANSWERED, OPEN, type State } from '../feedback/state.js';
import type { LetterName } from './letters.js';

const BY_ACTION: Partial<Record<JournalEntry['action'], LetterName>> = {
  submit: 'received',
  requestInfo: 'infoRequested',
  extend: 'extended',
  approve: 'answered',
  apologise: 'apology',
  expire: 'expired',
  refuse: 'refused',
  redirect: 'redirected',
  reopen: 'reopened',
  declineReopen: 'reopenDeclined',
  merge: 'merged',
};

/** @returns the letter that a step owes the submitter, or null. A part's first step tells where it comes from. */
export function citizenLetter(
  { action }: Pick<JournalEntry, 'action'>,
  { splitFromId }: { readonly splitFromId: number | null },
): LetterName | null {
  if (action === 'submit' && splitFromId !== null) return 'split';
  return BY_ACTION[action] ?? null;
}

/**
 * Where an item must still stand for a letter to be true: mail may wait for days where the server is down, and nobody
 * is to be asked for what was withdrawn. Letters that are not named stay true whatever comes.
 */
const STILL: Partial<Record<LetterName, readonly State[]>> = {
  infoRequested: ['NEEDS_INFO'],
  extended: OPEN,
  apology: OPEN,
  answered: ANSWERED,
  masterAnswered: ANSWERED,
  refused: ['REFUSED'],
  expired: ['REFUSED'],
  redirected: ['REDIRECTED'],
  merged: ['MERGED'],
};

/** @param state of the item whose step it was. */
export function isStillTrue(letter: LetterName, state: State): boolean {
  return STILL[letter]?.includes(state) ?? true;
}

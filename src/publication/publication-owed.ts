import type { Feedback } from '../feedback/feedback.entity.js';
import { ANSWERED } from '../feedback/state.js';
import type { Publication } from './publication.entity.js';
import type { UnpublishKind } from './unpublish-kind.js';

/** Taken back to be put right: the public still waits for it. Whatever else was taken back stays away. */
const TO_BE_PUT_RIGHT: readonly UnpublishKind[] = ['REOPENED', 'PERSONAL_DATA', 'INACCURATE'];

type Item = Pick<Feedback, 'state' | 'publication'>;
type Shown = Pick<Publication, 'turnedDown' | 'unpublishKind' | 'dueDay'>;

/** @returns whether an answered item is still to be made public: proposed or not, sent back, or to be put right. */
export function isOwed({ state, publication }: Item, shown: Shown | null): boolean {
  if (!ANSWERED.includes(state) || publication === 'PUBLISHED') return false;
  return publication !== 'UNPUBLISHED' || isToBeRedone(shown);
}

function isToBeRedone(shown: Shown | null): boolean {
  if (shown?.turnedDown) return shown.turnedDown === 'SENT_BACK';
  return shown?.unpublishKind ? TO_BE_PUT_RIGHT.includes(shown.unpublishKind) : false;
}

const kinds = TO_BE_PUT_RIGHT.map((kind) => `'${kind}'`).join(', ');
const REDONE = `w."turnedDown" = 'SENT_BACK' OR (w."turnedDown" IS NULL AND w."unpublishKind" IN (${kinds}))`;
const redone = `EXISTS (SELECT 1 FROM publication w WHERE w."feedbackId" = item.id AND (${REDONE}))`;

/** `isOwed` for lists of answered items under the alias `item`: nobody has proposed what waits here. */
export const TO_PROPOSE = `item.publication = 'NONE' OR (item.publication = 'UNPUBLISHED' AND ${redone})`;

/** The same, with what waits for a second person. */
export const OWED = `item.publication = 'PENDING_REVIEW' OR ${TO_PROPOSE}`;

/** Never public before today, of this answer; `:lateBefore` is what `lateIfAnsweredBefore` says. */
export const OWED_LATE =
  `(${OWED}) AND item.answeredAt < :lateBefore AND ` +
  `NOT EXISTS (SELECT 1 FROM publication s WHERE s."feedbackId" = item.id AND s."dueDay" IS NOT NULL)`;

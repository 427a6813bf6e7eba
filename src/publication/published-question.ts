import type { WordCondition } from '../platform/database/find-keys.js';
import { askedWords, label } from '../platform/database/word-index.js';
import { type CivilDay, endOfDay, startOfDay } from '../platform/kernel/civil-day.js';

/** What is asked of the published items; absent members do not narrow. */
export interface PublishedQuestion {
  readonly words?: string;
  /** Place of an agency in the tree as it is today: it and everything below it. */
  readonly below?: string | null;
  readonly fieldId?: number | null;
  readonly procedureId?: number | null;
  /** The days of publishing, both included. */
  readonly from?: CivilDay | null;
  readonly to?: CivilDay | null;
}

/** An instant times this is the first place of that instant in the order. */
export const FIRST_OF_INSTANT = 1_000;
/** Behind every place there is. */
const END = Number.MAX_SAFE_INTEGER;

/** By what a row is found beside its words. */
export function labelsOf(row: {
  agencyId: number;
  fieldId: number | null;
  procedureId: number | null;
}): string[] {
  return [
    label('a', row.agencyId),
    ...(row.fieldId === null ? [] : [label('f', row.fieldId)]),
    ...(row.procedureId === null ? [] : [label('p', row.procedureId)]),
  ];
}

/**
 * The question as steps of one list, better answers first: what has the words with the marks as typed, then what has
 * them but for the marks. One step where the two are the same.
 * @param agencyIds what `below` stands for; null where it does not narrow.
 */
export function stepsOf(question: PublishedQuestion, agencyIds: readonly number[] | null): WordCondition[] {
  const { marked, folded } = askedWords(question.words ?? '');
  const narrowing = [
    ...(question.fieldId ? [label('f', question.fieldId)] : []),
    ...(question.procedureId ? [label('p', question.procedureId)] : []),
  ];
  const some = agencyIds === null ? [] : [agencyIds.map((id) => label('a', id))];
  const all = { all: [...folded, ...narrowing], some, notAll: [] };
  if (marked.every((word) => folded.includes(word))) return [all];
  return [
    { ...all, all: [...marked, ...narrowing] },
    { ...all, notAll: marked },
  ];
}

/** @returns the places in [from, to) that the days of publishing span. */
export function spanOf({ from, to }: PublishedQuestion): { from: number; to: number } {
  return {
    from: from ? startOfDay(from) * FIRST_OF_INSTANT : 0,
    to: to ? endOfDay(to) * FIRST_OF_INSTANT : END,
  };
}

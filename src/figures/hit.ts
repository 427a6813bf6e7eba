import { placeOf, type ItemBooks, type Move, type Standing } from './item-books.js';
import type { FigureEntry, Place } from './figure-entry.js';

/** One item or one entry that a column counts, and the place it is counted at. */
export interface Hit {
  readonly place: Place;
  readonly feedbackId: number;
  /** The entry counted (columns of entries), or the one that puts the item there (columns of items). */
  readonly entryId: number;
  /** −1 in the one column that may go below zero (17b). */
  readonly weight: 1 | -1;
  /** Counted only where this other place falls into another cell of the table: moves within a cell are none. */
  readonly unlessAt: Place | null;
}

const NONE: readonly Hit[] = [];

/** Counts an item once, at the place the entry left it. */
export function itemHit(entry: FigureEntry | null): readonly Hit[] {
  if (!entry) return NONE;
  return [
    { place: placeOf(entry), feedbackId: entry.feedbackId, entryId: entry.id, weight: 1, unlessAt: null },
  ];
}

/** A move between two standings of an item that existed before. */
export interface Passage {
  readonly entry: FigureEntry;
  readonly before: Standing;
  readonly after: Standing;
}

function isPassage(move: Move): move is Passage {
  return move.before !== null;
}

type Where = (move: Passage) => {
  readonly at: FigureEntry;
  readonly unlessAt?: FigureEntry;
  readonly weight?: 1 | -1;
};

/** Counts those entries of the period that fulfil the condition, each at the place that `where` names. */
export function entryHits(
  books: ItemBooks,
  counts: (move: Passage) => boolean,
  where: Where,
): readonly Hit[] {
  const moves = books.moves.filter(isPassage).filter(counts);
  return moves.map((move) => {
    const { at, unlessAt, weight = 1 } = where(move);
    const other = unlessAt ? placeOf(unlessAt) : null;
    return { place: placeOf(at), feedbackId: at.feedbackId, entryId: move.entry.id, weight, unlessAt: other };
  });
}

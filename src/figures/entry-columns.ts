import type { ColumnNumber, CountedColumn } from './column.js';
import type { FigureEntry } from './figure-entry.js';
import { entryHits, itemHit, type Passage } from './hit.js';
import { isPending, isWaiting, placeOf, samePlace, type Standing } from './item-books.js';

/** What moves an item to another agency's books, if it names another agency. */
const TRANSFERS: ReadonlySet<string> = new Set(['forward', 'return', 'reassign', 'toSuperior', 'succeed']);

/** An entry that keeps the item pending. */
const staysPending = ({ before, after }: Passage): boolean => isPending(before) && isPending(after);
const isTransfer = (move: Passage): boolean =>
  staysPending(move) &&
  TRANSFERS.has(move.entry.action) &&
  move.before.entry.agencyId !== move.entry.agencyId;
const isReclassified = (move: Passage): boolean =>
  staysPending(move) && !isTransfer(move) && !samePlace(placeOf(move.before.entry), placeOf(move.entry));
/** Not booked yet, and neither refused nor otherwise ended by this entry: what changes its place moves it to other books. */
const isMovedWhileWaiting = ({ before, after, entry }: Passage): boolean =>
  isWaiting(before) &&
  (isWaiting(after) || isPending(after)) &&
  !samePlace(placeOf(before.entry), placeOf(entry));

const isPublished = ({ entry }: Standing): boolean => entry.publication === 'PUBLISHED';
const came = ({ entry, before }: Passage): { at: FigureEntry; unlessAt: FigureEntry } => ({
  at: entry,
  unlessAt: before.entry,
});
const went = ({ entry, before }: Passage): { at: FigureEntry; unlessAt: FigureEntry } => ({
  at: before.entry,
  unlessAt: entry,
});

function entries(
  number: ColumnNumber,
  counts: (move: Passage) => boolean,
  at: (move: Passage) => FigureEntry,
): CountedColumn {
  return { number, kind: 'entries', hits: (books) => entryHits(books, counts, (move) => ({ at: at(move) })) };
}

/** Entries that change an item's cell: counted only in tables where the two cells differ. */
function changes(
  number: ColumnNumber,
  counts: (move: Passage) => boolean,
  where: typeof came,
): CountedColumn {
  return { number, kind: 'entries', hits: (books) => entryHits(books, counts, where) };
}

/** Leaves the books for good, after booking. */
const leaves = (number: ColumnNumber, state: string): CountedColumn =>
  entries(
    number,
    ({ before, entry }) => isPending(before) && entry.toState === state,
    ({ before }) => before.entry,
  );
/** Ends before it was ever booked, at the intake agency. */
const endsUnbooked = (number: ColumnNumber, state: string): CountedColumn =>
  entries(
    number,
    ({ before, entry }) => isWaiting(before) && entry.toState === state,
    ({ before }) => before.entry,
  );

/** Reopenings that undo an answer given before the period; those that undo one of the period are in no column. */
const reopened: CountedColumn = {
  number: '6c',
  kind: 'entries',
  hits: (books) =>
    entryHits(
      books,
      ({ entry, before }) =>
        entry.action === 'reopen' && (before.answer?.recordedAt ?? books.from) < books.from,
      ({ entry, before }) => ({ at: before.answer ?? entry }),
    ),
};

/** Published minus unpublished in the period; a reopening that takes a published answer back unpublishes it. */
const published: CountedColumn = {
  number: '17b',
  kind: 'net',
  hits: (books) =>
    entryHits(
      books,
      ({ before, after }) => isPublished(before) !== isPublished(after),
      ({ before, after }) =>
        isPublished(after)
          ? { at: after.answer ?? after.entry, weight: 1 }
          : { at: before.answer ?? before.entry, weight: -1 },
    ),
};

const submitted: CountedColumn = {
  number: '21a',
  kind: 'entries',
  hits: (books) => itemHit(books.moves[0]?.before === null ? books.moves[0].entry : null),
};

/** The columns that are lists of entries of the period (domain.md §4.1); an item may stand in one twice. */
export const ENTRY_COLUMNS: readonly CountedColumn[] = [
  entries(
    '6a',
    ({ before, after }) => !before.booked && after.booked,
    ({ entry }) => entry,
  ),
  entries('6b', isTransfer, ({ entry }) => entry),
  reopened,
  changes('6d', isReclassified, came),
  published,
  entries('18a', isTransfer, ({ before }) => before.entry),
  leaves('18b', 'MERGED'),
  leaves('18c', 'REDIRECTED'),
  leaves('18d', 'WITHDRAWN'),
  leaves('18e', 'REFUSED'),
  changes('18g', isReclassified, went),
  endsUnbooked('19', 'REFUSED'),
  endsUnbooked('20', 'REDIRECTED'),
  submitted,
  endsUnbooked('21b', 'MERGED'),
  endsUnbooked('21c', 'WITHDRAWN'),
  changes('21d', isMovedWhileWaiting, came),
  changes('21e', isMovedWhileWaiting, went),
];

import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { ColumnNumber, CountedColumn } from './column.js';
import type { FigureEntry, SubjectCode } from './figure-entry.js';
import { itemHit } from './hit.js';
import { answerInPeriod, isPending, isWaiting, type ItemBooks, type Standing } from './item-books.js';
import { isOverdue, thanksToExtension, timelinessOf, type Timeliness } from './timeliness.js';

function items(
  number: ColumnNumber,
  entryOf: (books: ItemBooks, dayOfT: CivilDay) => FigureEntry | null,
): CountedColumn {
  return { number, kind: 'items', hits: (books, dayOfT) => itemHit(entryOf(books, dayOfT)) };
}

/** Of column 7: items whose standing answer, given in the period, fulfils the condition; counted where it was given. */
function answered(
  number: ColumnNumber,
  holds: (answer: FigureEntry, closing: Standing) => boolean,
): CountedColumn {
  return items(number, (books) => {
    const answer = answerInPeriod(books);
    return answer && holds(answer, books.closing) ? answer : null;
  });
}

/** Of column 14: items pending at T that fulfil the condition; counted on whose books they are. */
function pending(
  number: ColumnNumber,
  holds: (closing: Standing, dayOfT: CivilDay) => boolean,
): CountedColumn {
  return items(number, ({ closing }, dayOfT) =>
    isPending(closing) && holds(closing, dayOfT) ? closing.entry : null,
  );
}

/** Columns 2–4: of 7 and 14, by the subject at T. */
function bySubjectAtT(number: ColumnNumber, subject: SubjectCode): CountedColumn {
  return items(number, (books) => {
    if (books.closing.entry.subject !== subject) return null;
    return answerInPeriod(books) ?? (isPending(books.closing) ? books.closing.entry : null);
  });
}

const bySubject = (number: ColumnNumber, subject: SubjectCode): CountedColumn =>
  answered(number, (answer) => answer.subject === subject);
const byTimeliness = (number: ColumnNumber, timeliness: Timeliness): CountedColumn =>
  answered(number, (answer) => timelinessOf(answer) === timeliness);

/** The columns that are sets of items (domain.md §4.1). */
export const ITEM_COLUMNS: readonly CountedColumn[] = [
  bySubjectAtT('2', 'ADMIN_ACT'),
  bySubjectAtT('3', 'ADMIN_REGULATION'),
  bySubjectAtT('4', 'BOTH'),
  items('5', ({ opening }) => (isPending(opening) ? opening.entry : null)),
  answered('7', () => true),
  bySubject('8', 'ADMIN_ACT'),
  bySubject('9', 'ADMIN_REGULATION'),
  bySubject('10', 'BOTH'),
  byTimeliness('11', 'EARLY'),
  byTimeliness('12', 'ON_TIME'),
  answered('12a', thanksToExtension),
  byTimeliness('13', 'LATE'),
  pending('14', () => true),
  pending('15', (closing, dayOfT) => !isOverdue(closing, dayOfT)),
  pending('16', isOverdue),
  answered('17', (_, closing) => closing.entry.publication === 'PUBLISHED'),
  items('21', ({ closing }) => (isWaiting(closing) ? closing.entry : null)),
  answered('24a', (_, closing) => closing.rating === 'DISSATISFIED'),
  answered('24b', (_, closing) => closing.rating !== null),
];

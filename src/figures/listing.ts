import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { ColumnNumber } from './column.js';
import { listedColumns } from './columns.js';
import type { Hit } from './hit.js';
import type { ItemBooks } from './item-books.js';
import { type CellFilter, countsIn, type Cut, cutKey } from './tally.js';

export interface ListQuestion {
  readonly cut: Cut;
  readonly dayOfT: CivilDay;
  readonly filter: CellFilter;
}

/** @returns what a column counts of these items within the cells: the list behind its number. */
export function listHits(number: ColumnNumber, books: Iterable<ItemBooks>, question: ListQuestion): Hit[] {
  const columns = listedColumns(number);
  const hits: Hit[] = [];
  for (const item of books) {
    for (const column of columns)
      hits.push(...column.hits(item, question.dayOfT).filter((hit) => isIn(hit, question)));
  }
  return hits;
}

function isIn(hit: Hit, { cut, filter }: ListQuestion): boolean {
  const key = cutKey(hit.place, cut);
  return filter.agencies.has(hit.place.agencyId) && (filter.key ?? key) === key && countsIn(hit, cut);
}

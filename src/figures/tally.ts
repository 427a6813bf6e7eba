import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { ColumnNumber } from './column.js';
import { COUNTED_COLUMNS, type Counts, withSums } from './columns.js';
import type { Place } from './figure-entry.js';
import type { Hit } from './hit.js';
import type { ItemBooks } from './item-books.js';

/** How a table is cut besides by agency. */
export type Cut = 'field' | 'subject' | 'none';

/** The cell's own key within its agency; ‘’ stands for no field, and for the whole where nothing is cut. */
export function cutKey(place: Place, cut: Cut): string {
  if (cut === 'field') return place.fieldId === null ? '' : String(place.fieldId);
  return cut === 'subject' ? place.subject : '';
}

/** @returns whether the hit counts in a table cut this way: a move inside one cell is no move. */
export function countsIn({ place, unlessAt }: Hit, cut: Cut): boolean {
  return (
    unlessAt === null || place.agencyId !== unlessAt.agencyId || cutKey(place, cut) !== cutKey(unlessAt, cut)
  );
}

interface Cell {
  readonly agencyId: number;
  readonly key: string;
  readonly counted: Map<ColumnNumber, number>;
}

/** Which cells are added up: those of these agencies, and of one key of the cut where it is given. */
export interface CellFilter {
  readonly agencies: ReadonlySet<number>;
  readonly key?: string;
}

/** Counts of every column in every cell (agency × key of the cut); rows are sums of cells. */
export class Tally {
  private readonly cells = new Map<string, Cell>();

  constructor(
    private readonly cut: Cut,
    private readonly dayOfT: CivilDay,
  ) {}

  add(books: ItemBooks): void {
    for (const column of COUNTED_COLUMNS) {
      for (const hit of column.hits(books, this.dayOfT)) {
        if (countsIn(hit, this.cut)) this.count(column.number, hit);
      }
    }
  }

  /** @returns the sum of the cells, every column with its number. */
  row(filter: CellFilter): Counts {
    const sum = new Map<ColumnNumber, number>();
    for (const { agencyId, key, counted } of this.cells.values()) {
      if (!filter.agencies.has(agencyId) || (filter.key ?? key) !== key) continue;
      for (const [number, count] of counted) sum.set(number, (sum.get(number) ?? 0) + count);
    }
    return withSums(sum);
  }

  /** @returns the keys of the cut that occur within these agencies, in order of the key. */
  keys(agencies: ReadonlySet<number>): string[] {
    const found = [...this.cells.values()].filter(({ agencyId }) => agencies.has(agencyId));
    return [...new Set(found.map(({ key }) => key))].sort();
  }

  private count(number: ColumnNumber, { place, weight }: Hit): void {
    const key = cutKey(place, this.cut);
    const name = `${place.agencyId}|${key}`;
    const cell = this.cells.get(name) ?? {
      agencyId: place.agencyId,
      key,
      counted: new Map<ColumnNumber, number>(),
    };
    this.cells.set(name, cell);
    cell.counted.set(number, (cell.counted.get(number) ?? 0) + weight);
  }
}

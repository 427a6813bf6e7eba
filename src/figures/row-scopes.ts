import type { By } from './report.js';
import { NO_FIELD_ROW, OWN_ROW } from './report.js';
import type { CellFilter, Cut, Tally } from './tally.js';

/** As much of the tree of agencies on a day as roll-up needs. */
export interface Branches {
  /** The agency and everything below it; empty where it is not in the tree. */
  subtree(agencyId: number): number[];
  children(agencyId: number): number[];
}

/** One row of a table: the cells it adds up, and what it stands for. */
export interface RowScope {
  readonly kind: 'own' | 'agency' | 'field' | 'subject';
  /** Id of the agency or the field, code of the subject; null for items without a field. */
  readonly of: number | string | null;
  readonly filter: CellFilter;
}

/** A table by agency adds whole cells; tables by field and by subject tell their cells apart. */
export function cutOf(by: By): Cut {
  return by === 'field' || by === 'subject' ? by : 'none';
}

/** @returns the rows below the total: own books and each child with all below it, or one row a key of the cut. */
export function rowScopes(by: By, agencyId: number, branches: Branches, tally: Tally): RowScope[] {
  if (by === 'none') return [];
  if (by === 'agency') return agencyRows(agencyId, branches);
  const agencies = new Set(branches.subtree(agencyId));
  return tally.keys(agencies).map((key) => ({ kind: by, of: valueOf(by, key), filter: { agencies, key } }));
}

/**
 * @param row the row's name in addresses: '' is the whole table.
 * @returns the cells of that row; children of an agency have addresses of their own and are no rows here.
 */
export function filterOf(row: string, by: By, agencyId: number, branches: Branches): CellFilter {
  if (row === OWN_ROW) return { agencies: new Set([agencyId]) };
  const agencies = new Set(branches.subtree(agencyId));
  if (row === '' || by === 'agency' || by === 'none') return { agencies };
  return { agencies, key: row === NO_FIELD_ROW ? '' : row };
}

function agencyRows(agencyId: number, branches: Branches): RowScope[] {
  const children = branches.children(agencyId);
  if (children.length === 0) return [];
  const own: RowScope = { kind: 'own', of: agencyId, filter: { agencies: new Set([agencyId]) } };
  return [
    own,
    ...children.map((child): RowScope => ({
      kind: 'agency',
      of: child,
      filter: { agencies: new Set(branches.subtree(child)) },
    })),
  ];
}

function valueOf(by: 'field' | 'subject', key: string): number | string | null {
  if (by === 'subject') return key;
  return key === '' ? null : Number(key);
}

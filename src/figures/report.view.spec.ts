import { describe, expect, it } from '@jest/globals';
import type { ColumnNumber } from './column.js';
import { withSums } from './columns.js';
import type { FiguresLinks } from './figures-links.js';
import { periodOf } from './period.js';
import { ratiosOf } from './ratios.js';
import type { Report, ReportRow } from './report.js';
import { reportView } from './report.view.js';

const links: FiguresLinks = { page: () => '/so-lieu', list: () => null, agencies: '/co-quan' };

function numbers(counted: Partial<Record<ColumnNumber, number>>): Pick<ReportRow, 'counts' | 'ratios'> {
  const counts = withSums(new Map(Object.entries(counted) as [ColumnNumber, number][]));
  return { counts, ratios: ratiosOf(counts) };
}

function row(name: string, counted: Partial<Record<ColumnNumber, number>>): ReportRow {
  return { key: name, code: name, name, agencyCode: name, isAbolished: false, ...numbers(counted) };
}

function report(rows: ReportRow[]): Report {
  return {
    period: periodOf({ firstDay: '2019-01-01', lastDay: '2019-04-30', cutOff: null }, 1_800_000_000_000),
    agency: null,
    by: 'agency',
    rows,
    total: numbers({ '6a': 1 }),
    broken: [],
    definition: '1.0',
    rounding: 'truncate',
  };
}

describe('the rows of a report', () => {
  const shown = (rows: ReportRow[]): ReturnType<typeof reportView>['table'] =>
    reportView(report(rows), '', links, (key) => key).table;

  it('are compared where anything happened; the others are named below, none is left out', () => {
    const { rows, quiet } = shown([row('a', { '6a': 1 }), row('b', {}), row('c', { '18a': 1, '6b': 1 })]);
    expect(rows.map(({ name }) => name)).toEqual(['a', 'c', 'figures.row.total']);
    expect(quiet).toEqual([{ name: 'b', note: '', href: '/so-lieu' }]);
  });

  it('stand in the table for a number of any group, whichever is shown', () => {
    expect(shown([row('a', { '24b': 1 })]).quiet).toEqual([]);
  });

  it('without rows there is no table', () => {
    expect(shown([])).toEqual({ name: '', heads: [], rows: [], quiet: [] });
  });
});

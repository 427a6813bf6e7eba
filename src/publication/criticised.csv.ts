import { stringify } from 'csv-stringify/sync';
import { REGULATION_OUTCOMES } from '../feedback/classification.js';
import { safeCell } from '../platform/kernel/spreadsheet-cell.js';
import type { Criticised } from './criticised-rows.js';
import type { CriticisedQuestion } from './criticised.query.js';

type Say = (key: string) => string;

/** The whole table as spreadsheets open it: UTF-8 with BOM, bare integers, in every row the period. */
export function criticisedCsv(
  rows: readonly Criticised[],
  { from, to, by }: CriticisedQuestion,
  say: Say,
): string {
  const column = (name: string): string => say(`published.criticised.${name}`);
  const headings = [
    ...['code', by, 'total', 'regulation', 'both'].map(column),
    ...REGULATION_OUTCOMES.map((outcome) => say(`feedback.outcome.${outcome}`)),
    ...['otherOutcomes', 'unanswered', 'from', 'to'].map(column),
  ];
  const records = rows.map((row) => [
    ...[row.code, row.id === null ? column('none') : row.name, row.total, row.regulation, row.both],
    ...row.outcomes.map(({ count }) => count),
    ...[row.otherOutcomes, row.unanswered, from, to],
  ]);
  return stringify([headings, ...records.map((record) => record.map(safeCell))], {
    bom: true,
    record_delimiter: 'windows',
  });
}

/** @returns the headers under which the file is taken away. */
export function criticisedHeaders({ from, to }: CriticisedQuestion): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="quy-dinh_${from}_${to}.csv"`,
    'Cache-Control': 'no-store',
  };
}

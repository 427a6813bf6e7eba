import { stringify } from 'csv-stringify/sync';
import { formatRatio } from '../platform/kernel/ratio.js';
import { COLUMN_NUMBERS } from './column.js';
import { RATIO_NUMBERS } from './ratios.js';
import type { Report, ReportRow } from './report.js';
import { nameOf } from './report.json.js';
import type { Say } from './sentence.js';

/**
 * The table as spreadsheets open it: UTF-8 with BOM, counts as bare integers (never 1.049, which a program may read as
 * one point oh four nine), and in every row the period, cut-off, definition and rounding rule of its ratios.
 */
export function reportCsv(report: Report, say: Say): string {
  const rows = report.rows.map((row) => [row.code, nameOf(row, say), ...numbers(row)]);
  const total = [report.agency?.code ?? '', say('figures.row.total'), ...numbers(report.total)];
  const { period, definition } = report;
  const basis = [
    period.firstDay,
    period.lastDay,
    new Date(period.until).toISOString(),
    definition,
    report.rounding,
  ];
  const records = [...rows, total].map((record) => [...record, ...basis].map(defused));
  return stringify([headings(say), ...records], { bom: true, record_delimiter: 'windows' });
}

function headings(say: Say): string[] {
  return [
    say('figures.page.code'),
    say('figures.page.row'),
    ...COLUMN_NUMBERS.map((number) => `${number} ${say(`figures.column.${number}.name`)}`),
    ...RATIO_NUMBERS.map(
      (number) => `${say(`figures.ratio.${number}.name`)} (${say(`figures.ratio.${number}.formula`)})`,
    ),
    ...['form.from', 'form.to', 'page.cutOff', 'page.definition', 'page.rounding'].map((key) =>
      say(`figures.${key}`),
    ),
  ];
}

function numbers({ counts, ratios }: Pick<ReportRow, 'counts' | 'ratios'>): (string | number)[] {
  return [
    ...COLUMN_NUMBERS.map((number) => counts[number]),
    ...RATIO_NUMBERS.map((number) => formatRatio(ratios[number])),
  ];
}

/** A name that a spreadsheet would run as a formula is made text. */
function defused(value: string | number): string | number {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

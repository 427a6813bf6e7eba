import { formatCount, formatRatio } from '../platform/kernel/ratio.js';
import { COLUMN_GROUPS } from './column-groups.js';
import { type ColumnNumber } from './column.js';
import { RATIOS } from './ratios.js';
import type { Report, ReportRow } from './report.js';
import { nameOf } from './report.json.js';
import { cutOffText, periodText } from './report.view.js';
import { type Say, sentence } from './sentence.js';

/** Compared row by row; all columns of the total stand above. */
const COMPARED: readonly ColumnNumber[] = ['5', '6a', '6b', '6c', '18', '1', '7', '14', '16'];

/** @returns the report's lines for a terminal. */
export function reportText(report: Report, say: Say): string[] {
  return [
    sentence(report.total.counts, say),
    ...report.broken.map((identity) => say('figures.error.broken', { identities: identity })),
    '',
    ...facts(report, say),
    ...COLUMN_GROUPS.flatMap(({ key, columns }) => [
      '',
      say(`figures.group.${key}`),
      ...columns.map((number) =>
        line(number, say(`figures.column.${number}.name`), formatCount(report.total.counts[number])),
      ),
    ]),
    '',
    say('figures.page.ratios'),
    ...RATIOS.map(({ number }) => ratioLine(report, number, say)),
    ...rowLines(report, say),
  ];
}

function facts({ period, agency, definition }: Report, say: Say): string[] {
  return [
    `${say('figures.page.agency')}: ${agency ? `${agency.code} ${agency.name}` : '—'}`,
    `${say('figures.page.period')}: ${periodText(period, say)}`,
    `${say('figures.page.cutOff')}: ${cutOffText(period, say)}`,
    `${say('figures.page.rounding')}: ${say('figures.page.roundingValue')}`,
    `${say('figures.page.definition')}: ${say('figures.page.definitionValue', { version: definition })}`,
  ];
}

function line(number: string, name: string, value: string): string {
  return `${number.padStart(5)}  ${name.padEnd(44)} ${value.padStart(12)}`;
}

function ratioLine({ total }: Report, number: (typeof RATIOS)[number]['number'], say: Say): string {
  const ratio = total.ratios[number];
  const parts = `${formatCount(ratio.numerator)}/${formatCount(ratio.denominator)}`;
  return `${line(number, say(`figures.ratio.${number}.name`), formatRatio(ratio))}  (${parts})`;
}

function rowLines({ rows }: Report, say: Say): string[] {
  if (rows.length === 0) return [];
  const head = [...COMPARED, '22'].map((number) => number.padStart(9)).join('');
  return ['', `${head}  ${say('figures.page.row')}`, ...rows.map((row) => rowLine(row, say))];
}

function rowLine(row: ReportRow, say: Say): string {
  const values = [
    ...COMPARED.map((number) => formatCount(row.counts[number])),
    formatRatio(row.ratios['22']),
  ];
  return `${values.map((value) => value.padStart(9)).join('')}  ${row.code} ${nameOf(row, say)}`;
}

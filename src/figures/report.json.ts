import { formatRatio } from '../platform/kernel/ratio.js';
import type { Report, ReportRow } from './report.js';
import { type Say, sentence } from './sentence.js';

/** @returns the report for programs: every column by its number, every ratio with what it is made of. */
export function reportJson(report: Report, say: Say): object {
  const { period, agency, by, definition, rounding, broken } = report;
  return {
    definition,
    rounding,
    from: period.firstDay,
    to: period.lastDay,
    asOf: new Date(period.until).toISOString(),
    agency,
    by,
    sentence: sentence(report.total.counts, say),
    total: numbers(report.total),
    rows: report.rows.map((row) => ({
      key: row.key,
      code: row.code,
      name: nameOf(row, say),
      ...numbers(row),
    })),
    contradictions: broken,
  };
}

export function nameOf({ name }: ReportRow, say: Say): string {
  return typeof name === 'string' ? name : say(name.key, name.params);
}

/** `hundredths` of a percent, truncated; null where there is nothing to divide by. */
function numbers({ counts, ratios }: Pick<ReportRow, 'counts' | 'ratios'>): object {
  const printed = Object.entries(ratios).map(([number, ratio]) => [
    number,
    { ...ratio, text: formatRatio(ratio) },
  ]);
  return { columns: counts, ratios: Object.fromEntries(printed) as object };
}

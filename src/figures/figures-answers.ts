import { isCivilDay } from '../platform/kernel/civil-day.js';
import type { FiguresQuestions, Reach } from './figures-questions.service.js';
import type { Report } from './report.js';
import { reportCsv } from './report.csv.js';
import { reportJson } from './report.json.js';
import type { Say } from './sentence.js';

/** A report as a file, by the format named in the address. */
export interface Download {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** @returns the file, or null where no file is asked for. */
export function downloadOf(report: Report, format: unknown, say: Say): Download | null {
  if (format !== 'csv' && format !== 'json') return null;
  const { firstDay, lastDay } = report.period;
  const type = format === 'csv' ? 'text/csv' : 'application/json';
  return {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="so-lieu_${firstDay}_${lastDay}.${format}"`,
      'Cache-Control': 'no-store',
    },
    body: format === 'csv' ? reportCsv(report, say) : JSON.stringify(reportJson(report, say), null, 2),
  };
}

/** One agency as the combobox takes it. */
export interface Suggestion {
  readonly value: string;
  readonly text: string;
}

const LONGEST_QUESTION = 200;
const ALWAYS = '9999';

/** @param question and `day` as they came with the address: any shape. */
export async function suggestions(
  questions: FiguresQuestions,
  question: unknown,
  day: unknown,
  reach: Reach,
): Promise<Suggestion[]> {
  if (typeof question !== 'string') return [];
  const on = typeof day === 'string' && isCivilDay(day) ? day : ALWAYS;
  const found = await questions.search(question.slice(0, LONGEST_QUESTION), reach, on);
  return found.map(({ code, name }) => ({ value: code, text: name }));
}

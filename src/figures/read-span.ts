import { type CivilDay, startOfDay } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';
import { readCutOff } from './cut-off.js';
import type { Span } from './period.js';
import { type ReportingPeriod, reportingPeriod } from './reporting-period.js';

/** The fields of the form that say the period; texts as typed, days as read. */
export interface TypedSpan {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly period: string;
  readonly year: number | null;
  readonly asOf: string;
}

export type SpanReading =
  | { readonly span: Span; readonly errors: null }
  | { readonly span: null; readonly errors: Readonly<Partial<Record<keyof TypedSpan, Message>>> };

/** @returns the calendar year until today. */
export function yearToDate(today: CivilDay): Span {
  return { firstDay: `${today.slice(0, 4)}-01-01`, lastDay: today, cutOff: null };
}

/**
 * @param typed fields without faults of their own: days are days.
 * @returns the period asked for, the year until today where nothing is asked, or what is wrong beside its field.
 */
export function readSpan(typed: TypedSpan, today: CivilDay): SpanReading {
  const days = daysOf(typed, today);
  if ('errors' in days) return { span: null, errors: days.errors };
  const { firstDay, lastDay } = days;
  if (lastDay < firstDay) return fault('to', 'toBeforeFrom');
  if (firstDay > today) return fault(typed.period === '' ? 'from' : 'period', 'future');
  if (typed.asOf === '') return { span: { firstDay, lastDay, cutOff: null }, errors: null };
  const cutOff = readCutOff(typed.asOf);
  if (cutOff === null) return fault('asOf', 'cutOff');
  if (cutOff <= startOfDay(firstDay)) return fault('asOf', 'cutOffBefore');
  return { span: { firstDay, lastDay, cutOff }, errors: null };
}

type Days = Pick<Span, 'firstDay' | 'lastDay'>;

function daysOf(
  { from, to, period, year }: TypedSpan,
  today: CivilDay,
): Days | { errors: Record<string, Message> } {
  if (period !== '') return reportingPeriod(period as ReportingPeriod, year ?? Number(today.slice(0, 4)));
  if (from === null && to === null) return yearToDate(today);
  if (from === null || to === null) return fault(from === null ? 'from' : 'to', 'fromMissing');
  return { firstDay: from, lastDay: to };
}

function fault(field: keyof TypedSpan, key: string): { span: null; errors: Record<string, Message> } {
  return { span: null, errors: { [field]: { key: `figures.error.${key}` } } };
}

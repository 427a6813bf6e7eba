import { dayOf, isCivilDay, startOfDay } from '../../../platform/kernel/civil-day.js';
import type { Message } from '../../../platform/kernel/errors.js';
import { Open311Error } from './open311-error.js';

/** GeoReport v2: a list spans 90 days or 1.000 requests, whichever is less. */
export const LONGEST_SPAN = 90 * 86_400_000;
export const MOST_ROWS = 1000;
/** Numbers or codes asked for at once; the address of a request has an end. */
const MOST_IDS = 200;

export const STATUSES = ['open', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

/** What `GET requests` asks for: either the requests of these ids, or a span with filters. */
export interface RequestQuestion {
  /** As typed; null where none are named. They overrule everything else. */
  readonly ids: readonly string[] | null;
  readonly serviceCodes: readonly string[] | null;
  /** First instant and the last one, epoch ms, both included. */
  readonly from: number;
  readonly to: number;
  readonly statuses: readonly Status[] | null;
}

type Sent = Readonly<Record<string, unknown>>;

/**
 * Reads the parameters of `GET requests`.
 * @param now epoch ms: without dates the last 90 days are meant.
 * @throws Open311Error 400 with everything that is wrong.
 */
export function requestQuestion(sent: Sent, now: number): RequestQuestion {
  const faults: Message[] = [];
  const ids = listOf(sent, 'service_request_id', faults);
  const statuses = listOf(sent, 'status', faults);
  const start = instantOf(sent, 'start_date', faults);
  const end = instantOf(sent, 'end_date', faults);
  const span = spanOf(start, end, now);
  if (statuses?.some((one) => !isStatus(one))) faults.push({ key: 'open311.badStatus' });
  if (ids && ids.length > MOST_IDS) faults.push({ key: 'open311.tooManyIds', params: { max: MOST_IDS } });
  if (span.to < span.from) faults.push({ key: 'open311.endsBefore' });
  if (span.to - span.from > LONGEST_SPAN) faults.push({ key: 'open311.spanTooLong' });
  const serviceCodes = listOf(sent, 'service_code', faults);
  if (faults.length > 0) throw new Open311Error(400, faults);
  return { ids, serviceCodes, ...span, statuses: statuses as readonly Status[] | null };
}

function spanOf(start: number | null, end: number | null, now: number): { from: number; to: number } {
  if (start !== null) return { from: start, to: end ?? start + LONGEST_SPAN };
  const to = end ?? now;
  return { from: to - LONGEST_SPAN, to };
}

function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}

/** Comma-delimited, empty members left out; null where nothing is named. */
function listOf(sent: Sent, name: string, faults: Message[]): string[] | null {
  const text = textOf(sent, name, faults);
  const members = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return members.length === 0 ? null : [...new Set(members)];
}

function textOf(sent: Sent, name: string, faults: Message[]): string {
  const value = sent[name] ?? '';
  if (typeof value === 'string') return value.trim();
  faults.push({ key: 'open311.sentTwice', params: { name } });
  return '';
}

const W3C = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+ -]\d{2}:\d{2}))?$/;

/** An unescaped plus sign arrives as a space. A day alone begins in Vietnam. */
function instantOf(sent: Sent, name: string, faults: Message[]): number | null {
  const text = textOf(sent, name, faults);
  if (text === '') return null;
  const [, day = '', hour, minute, second = '00', zone = 'Z'] = W3C.exec(text) ?? [];
  const instant = !isCivilDay(day)
    ? NaN
    : hour === undefined
      ? startOfDay(day)
      : Date.parse(`${day}T${hour}:${minute}:${second}${zone.replace(' ', '+')}`);
  if (!Number.isNaN(instant)) return instant;
  faults.push({ key: 'open311.badDate', params: { name, example: `${dayOf(0)}T00:00:00Z` } });
  return null;
}

import { addDays, type CivilDay, formatDay } from '../platform/kernel/civil-day.js';
import { weekdayOf } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';
import type { DeadlineRecord, Pause } from './promise.js';
import type { SkippedDay } from './working-calendar.js';

/**
 * The working-out of a deadline, one message a line, in the order a person would explain it. Keys lie in the
 * catalogue `calendar`; holidays keep their Vietnamese names.
 */
export function deadlineLines(record: DeadlineRecord): Message[] {
  return [
    line('start', { day: formatDay(record.start), term: record.term }),
    ...termLine(record),
    ...weekendLines(record.skipped),
    ...holidayLines(record.skipped),
    ...record.swaps.map((swap) =>
      line(weekdayOf(swap.day) === 0 ? 'workedSunday' : 'workedSaturday', { day: formatDay(swap.day) }),
    ),
    ...record.pauses.map(pauseLine),
    ...extensionLine(record),
    line('due', { day: formatDay(record.due) }),
    ...(record.confirmed ? [] : [line('unconfirmed', {})]),
  ];
}

function line(name: string, params: Record<string, string | number>): Message {
  return { key: `calendar.line.${name}`, params };
}

/** By which rule the term is as it is; the ordinary general term needs no words. */
function termLine({ rule, basis }: DeadlineRecord): Message[] {
  if (basis?.agency) return [line('setBy', { agency: basis.agency, from: formatDay(basis.from) })];
  if (basis) return [line('setForAll', { from: formatDay(basis.from) })];
  if (rule === 'urgency.URGENT') return [line('urgent', {})];
  return rule === 'urgency.ON_SITE' ? [line('onSite', {})] : [];
}

function weekendLines(skipped: readonly SkippedDay[]): Message[] {
  const days = skipped.filter((skip) => skip.reason === 'weekend').map((skip) => skip.day);
  if (days.length === 0) return [];
  const sundaysOnly = days.every((day) => weekdayOf(day) === 0);
  return [line(sundaysOnly ? 'sundays' : 'weekend', { days: days.map(formatDay).join(', ') })];
}

/** Neighbouring days of one name become one line: `16/02/2026 – 20/02/2026 (Tết Nguyên đán)`. */
function holidayLines(skipped: readonly SkippedDay[]): Message[] {
  const runs: { name: string; from: CivilDay; to: CivilDay }[] = [];
  for (const { day, name } of skipped) {
    if (name === undefined) continue;
    const last = runs.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ name, from: day, to: day });
  }
  return runs.map(({ name, from, to }) =>
    from === to
      ? line('holiday', { day: formatDay(from), name })
      : line('holidays', { from: formatDay(from), to: formatDay(to), name }),
  );
}

function pauseLine({ from, to, remaining }: Pause): Message {
  const days = { from: formatDay(from), ...(to === null ? {} : { to: formatDay(to) }) };
  const state = to === null ? 'paused' : 'resumed';
  return remaining === null ? line(`${state}Overdue`, days) : line(state, { ...days, remaining });
}

function extensionLine({ extension }: DeadlineRecord): Message[] {
  if (!extension) return [];
  const { days, on, from, to } = extension;
  return [line('extended', { days, on: formatDay(on), from: formatDay(from), to: formatDay(to) })];
}

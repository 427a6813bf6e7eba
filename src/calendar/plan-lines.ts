import {
  addDays,
  type CivilDay,
  daysBetween,
  formatDay,
  isCivilDay,
  weekdayOf,
} from '../platform/kernel/civil-day.js';
import { cleanLine } from '../platform/kernel/clean-text.js';
import { DomainError } from '../platform/kernel/errors.js';
import type { SpecialDay } from './working-calendar.js';
import type { YearPlan } from './year-plan.js';

/*
 * A decision on days off as people write it down, a line each:
 *   2027-02-05 nghỉ Tết Nguyên đán
 *   05/02/2027 - 11/02/2027 nghỉ Tết Nguyên đán
 *   20/02/2027 làm bù cho 12/02/2027
 *   24/11/2026 áp dụng | chờ | bỏ
 */
const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}`;
const LINE = new RegExp(
  String.raw`^(${DATE})(?:\s*(?:-|–|—|đến|to)\s*(${DATE}))?[\s:,]+(nghỉ|off|làm bù|làm việc|làm|work|áp dụng|apply|chờ|wait|bỏ|remove)(?:[\s:,]+(.*))?$`,
  'iu',
);
const OTHER_DAY = new RegExp(String.raw`(${DATE})\s*$`, 'u');
const MOST = 366;

type Days = Map<CivilDay, SpecialDay>;
type Verb = (days: Days, day: CivilDay, words: string) => void;

const OFF: Verb = (days, day, words) => {
  days.set(day, { ...ENTERED, day, kind: 'OFF', name: words === '' ? 'Nghỉ lễ' : words });
};
const WORK: Verb = (days, day, words) => {
  if (weekdayOf(day) % 6 !== 0) throw fault('calendar.lines.weekday', { day: formatDay(day) });
  const other = readDay(OTHER_DAY.exec(words)?.[1] ?? '');
  const name = other === null ? 'Làm bù' : `Làm bù cho ngày ${formatDay(other)}`;
  days.set(day, {
    ...ENTERED,
    day,
    kind: 'WORK',
    name: other === null && words !== '' ? words : name,
    swappedWith: other,
  });
  const off = other === null ? undefined : days.get(other);
  if (off?.kind === 'OFF') days.set(off.day, { ...off, swappedWith: day });
};
const applying =
  (applied: boolean): Verb =>
  (days, day) => {
    const known = days.get(day);
    if (!known) throw fault('calendar.lines.unknownDay', { day: formatDay(day) });
    days.set(day, { ...known, applied, confirmed: applied || known.confirmed });
  };
const REMOVE: Verb = (days, day) => {
  if (!days.delete(day)) throw fault('calendar.lines.unknownDay', { day: formatDay(day) });
};

const ENTERED = { confirmed: true, applied: true, swappedWith: null } as const;
const VERBS: Readonly<Record<string, Verb>> = {
  ...{ nghỉ: OFF, off: OFF, 'làm bù': WORK, 'làm việc': WORK, làm: WORK, work: WORK },
  ...{ 'áp dụng': applying(true), apply: applying(true), chờ: applying(false), wait: applying(false) },
  ...{ bỏ: REMOVE, remove: REMOVE },
};

/**
 * @param plan the year as it stands; its days stay where no line speaks of them.
 * @throws DomainError invalid beside `lines`, naming the line that cannot be read, or the day that does not fit.
 */
export function withLines(plan: YearPlan, text: string): YearPlan {
  const days: Days = new Map(plan.days.map((day) => [day.day, day]));
  const lines = text.split('\n').map(cleanLine);
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, first = '', last = first, verb = '', words = ''] = LINE.exec(line) ?? [];
    const [from, to] = [readDay(first), readDay(last)];
    const does = VERBS[verb.toLowerCase()];
    if (from === null || to === null || !does || to < from || daysBetween(from, to) > MOST)
      throw fault('calendar.lines.unreadable', { line: index + 1, words: line.slice(0, 80) });
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (!day.startsWith(`${plan.year}-`))
        throw fault('calendar.lines.otherYear', {
          line: index + 1,
          day: formatDay(day),
          year: String(plan.year),
        });
      does(days, day, words);
    }
  }
  const sorted = [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
  return { ...plan, days: sorted };
}

function readDay(text: string): CivilDay | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const parts = d === '' ? text.split('-') : [y, m, d];
  const day = parts.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-');
  return isCivilDay(day) ? day : null;
}

function fault(key: string, params: Record<string, string | number>): DomainError {
  return new DomainError('invalid', 'errors.invalid', {}, { lines: { key, params } });
}

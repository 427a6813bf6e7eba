import { type CivilDay, daysBetween, formatDay, isCivilDay } from '../platform/kernel/civil-day.js';
import { UsageError } from '../platform/kernel/errors.js';
import { holidayOn, type LunarDays, reasonOff } from './holiday-names.js';
import { parseYearPlans, type YearPlan } from './year-plan.js';

/*
 * The other shape a calendar comes in: { years: { "2025": { off: [day | { d: day }], workSaturdays: [day],
 * unconfirmed?: [day], tbd?: [text], status?: text } }, tetMung1_UTC7: { year: day }, gioTo_10_3_UTC7: { year: day } }.
 * It names no holidays and no pairs of swapped days; both are found again from the dates.
 */
type Fields = Readonly<Record<string, unknown>>;

interface TableYear {
  readonly year: string;
  readonly off: readonly CivilDay[];
  readonly worked: readonly CivilDay[];
  readonly waiting: readonly CivilDay[];
  readonly open: readonly string[];
  readonly status: string;
}

export function isPublishedTable(document: unknown): document is Fields {
  return typeof document === 'object' && document !== null && 'years' in document;
}

/**
 * @returns a plan a year. A year is confirmed when it tells its sources (`status`) and leaves nothing open (`tbd`);
 * days listed as `unconfirmed` become rows that wait for an administrator.
 * @throws UsageError naming the year at fault.
 */
export function plansOfPublishedTable(table: Fields): YearPlan[] {
  const years = Object.entries(fields(table['years'], 'years')).map(([year, entry]) => readYear(year, entry));
  const lunar = { tet: dayTable(table, 'tetMung1_UTC7'), ancestors: dayTable(table, 'gioTo_10_3_UTC7') };
  const names = namesOf(lunar, years);
  const pairs = swapPairs(names, years);
  return parseYearPlans(years.map((year) => planOf(year, lunar, names, pairs)));
}

function planOf(
  { year, off, worked, waiting, open, status }: TableYear,
  lunar: LunarDays,
  names: ReadonlyMap<CivilDay, string | null>,
  pairs: ReadonlyMap<CivilDay, CivilDay>,
): object {
  const swapOf = (day: CivilDay): CivilDay | null => pairs.get(day) ?? null;
  const offName = (day: CivilDay): string => names.get(day) ?? (pairs.has(day) ? 'Nghỉ hoán đổi' : 'Nghỉ bù');
  const workName = (day: CivilDay): string => {
    const other = swapOf(day);
    return other ? `Làm bù cho ngày ${formatDay(other)}` : 'Làm bù';
  };
  const days = [
    ...off.map((day) => ({ day, kind: 'OFF', name: offName(day), swappedWith: swapOf(day) })),
    ...worked.map((day) => ({ day, kind: 'WORK', name: workName(day), swappedWith: swapOf(day) })),
    ...waiting.map((day) => ({
      day,
      kind: 'OFF',
      name: holidayOn(lunar, day) ?? 'Ngày nghỉ chờ xác nhận',
      confirmed: false,
      applied: false,
    })),
  ];
  const note = [status, ...open.map((text) => `chưa rõ: ${text}`)].filter((text) => text !== '').join('; ');
  return { year: Number(year), confirmed: status !== '' && open.length === 0, note, days };
}

/** The reason of every day off; null for those that only a swap explains. */
function namesOf(lunar: LunarDays, years: readonly TableYear[]): Map<CivilDay, string | null> {
  const off = new Set(years.flatMap((year) => year.off));
  return new Map([...off].map((day) => [day, reasonOff(lunar, off, day)]));
}

/** A worked Saturday pays for the nearest day off that no holiday explains, at most a month away. */
function swapPairs(
  names: ReadonlyMap<CivilDay, string | null>,
  years: readonly TableYear[],
): Map<CivilDay, CivilDay> {
  const pairs = new Map<CivilDay, CivilDay>();
  const unexplained = [...names].filter(([, name]) => name === null).map(([day]) => day);
  for (const saturday of years.flatMap((year) => year.worked)) {
    const distance = (day: CivilDay): number => Math.abs(daysBetween(day, saturday));
    const free = unexplained.filter((day) => !pairs.has(day));
    const nearest = free.sort((a, b) => distance(a) - distance(b)).at(0);
    if (nearest === undefined || distance(nearest) > 31) continue;
    pairs.set(nearest, saturday).set(saturday, nearest);
  }
  return pairs;
}

function readYear(year: string, value: unknown): TableYear {
  const entry = fields(value, `year ${year}`);
  const { status = '', tbd = [] } = entry;
  if (typeof status !== 'string') throw new UsageError(`the status of year ${year} is not a text`);
  if (!Array.isArray(tbd)) throw new UsageError(`"tbd" of year ${year} is not a list`);
  return {
    year,
    off: dayList(entry['off'], `"off" of year ${year}`),
    worked: dayList(entry['workSaturdays'], `"workSaturdays" of year ${year}`),
    waiting: dayList(entry['unconfirmed'] ?? [], `"unconfirmed" of year ${year}`),
    open: tbd.map(String),
    status,
  };
}

function dayList(value: unknown, what: string): CivilDay[] {
  if (!Array.isArray(value)) throw new UsageError(`${what} is not a list`);
  return value.map((entry: unknown) => {
    const day = typeof entry === 'object' && entry !== null && 'd' in entry ? entry.d : entry;
    if (typeof day === 'string' && isCivilDay(day)) return day;
    throw new UsageError(`${what} has a day that is not YYYY-MM-DD`);
  });
}

function dayTable(table: Fields, name: string): Record<string, CivilDay> {
  const entries = Object.entries(fields(table[name] ?? {}, name));
  return Object.fromEntries(entries.map(([year, day]) => [year, dayList([day], name).join()]));
}

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${what} is not an object`);
  return value as Fields;
}

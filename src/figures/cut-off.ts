import { cleanLine } from '../platform/kernel/clean-text.js';
import { type CivilDay, endOfDay, isCivilDay, startOfDay } from '../platform/kernel/civil-day.js';

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?/.source;
const ISO = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})(?:[T ]${TIME}(Z|[+-]\\d{2}:\\d{2})?)?$`);
const LOCAL_DAY = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.source;
const DAY_FIRST = new RegExp(`^${LOCAL_DAY}(?: ${TIME})?$`);
const TIME_FIRST = new RegExp(`^${TIME} ${LOCAL_DAY}$`);

/**
 * Reads a cut-off as people and programs write it: a day (2021-06-14, 14/06/2021), a day with a time in Vietnam
 * (14/06/2021 17:00, 17:00 14/06/2021, 2021-06-14T17:00), or an instant (2021-06-14T10:00:00Z).
 * @returns epoch ms, exclusive: a day counts to its end; null when it is none of these.
 */
export function readCutOff(typed: string): number | null {
  const text = cleanLine(typed);
  const iso = ISO.exec(text);
  if (iso) return instantOf(iso[1] ?? '', iso.slice(2, 6), iso[6] ?? '');
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return instantOf(civil(dayFirst.slice(1, 4)), dayFirst.slice(4, 8), '');
  const timeFirst = TIME_FIRST.exec(text);
  return timeFirst ? instantOf(civil(timeFirst.slice(5, 8)), timeFirst.slice(1, 5), '') : null;
}

function civil([day = '', month = '', year = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function instantOf(day: string, time: readonly (string | undefined)[], zone: string): number | null {
  if (!isCivilDay(day)) return null;
  const [hours, minutes, seconds = '0', fraction = ''] = time;
  if (hours === undefined) return endOfDay(day);
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (h > 23 || m > 59 || s > 59) return null;
  const within = ((h * 60 + m) * 60 + s) * 1000 + Number(fraction.padEnd(3, '0'));
  return startOf(day, zone) + within;
}

/** The day's first instant in the zone named, in Vietnam where none is. */
function startOf(day: CivilDay, zone: string): number {
  return zone === '' ? startOfDay(day) : Date.parse(`${day}T00:00:00${zone}`);
}

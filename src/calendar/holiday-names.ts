import { addDays, type CivilDay, daysBetween, weekdayOf } from '../platform/kernel/civil-day.js';

/** The two moving feasts, by year; lunar dates are data, because `Intl` computes the Chinese calendar. */
export interface LunarDays {
  /** Mùng 1 Tết. */
  readonly tet: Readonly<Record<string, CivilDay>>;
  /** Giỗ Tổ Hùng Vương, 10/3 by the lunar calendar. */
  readonly ancestors: Readonly<Record<string, CivilDay>>;
}

const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'Tết Dương lịch',
  '04-30': 'Ngày Chiến thắng 30/4',
  '05-01': 'Ngày Quốc tế Lao động 1/5',
  '09-02': 'Quốc khánh',
  '11-24': 'Ngày Văn hóa Việt Nam',
};

/** @returns the name of the public holiday on that day (Bộ luật Lao động 2019 Đ.112); null when there is none. */
export function holidayOn(lunar: LunarDays, day: CivilDay): string | null {
  const year = day.slice(0, 4);
  const fixed = FIXED[day.slice(5)];
  if (fixed) return fixed;
  if (lunar.ancestors[year] === day) return 'Giỗ Tổ Hùng Vương';
  const tet = lunar.tet[year];
  if (tet && daysBetween(tet, day) >= -3 && daysBetween(tet, day) <= 6) return 'Tết Nguyên đán';
  // The second day of Quốc khánh, before or after 02/09, came with the law of 2019, in force from 2021.
  return ['09-01', '09-03'].includes(day.slice(5)) && Number(year) >= 2021 ? 'Quốc khánh' : null;
}

/**
 * Why a day off is off: a holiday, or the working day that makes up for a holiday on a weekend.
 * @param off all days off; a run of them is followed back to the weekend it makes up for.
 * @returns null when no holiday explains it: then it is one half of a swap.
 */
export function reasonOff(lunar: LunarDays, off: ReadonlySet<CivilDay>, day: CivilDay): string | null {
  const named = holidayOn(lunar, day);
  if (named) return named;
  for (let back = 1; back <= 5; back++) {
    const before = addDays(day, -back);
    const holiday = holidayOn(lunar, before);
    const weekend = weekdayOf(before) % 6 === 0;
    if (holiday && weekend) return `Nghỉ bù ${holiday}`;
    if (!weekend && !off.has(before)) return null;
  }
  return null;
}

import type { CivilDay } from '../platform/kernel/civil-day.js';

/** Reporting periods of Đ.12 NĐ 09/2019/NĐ-CP by their codes: months, quarters, half-years, the year. */
export const REPORTING_PERIODS = [
  'Y', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4',
  'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12',
] as const; // prettier-ignore
export type ReportingPeriod = (typeof REPORTING_PERIODS)[number];

/** Months a period of this kind spans. */
const LENGTH: Readonly<Record<string, number>> = { Y: 12, H: 6, Q: 3, M: 1 };

/**
 * Every period ends on the 14th of its last month and begins on the 15th of the month before its first (Đ.12 NĐ
 * 09/2019/NĐ-CP): the year 2021 is 15/12/2020–14/12/2021. Periods of one kind follow each other without a gap.
 * @returns the first and the last day, both included.
 */
export function reportingPeriod(
  period: ReportingPeriod,
  year: number,
): { firstDay: CivilDay; lastDay: CivilDay } {
  const length = LENGTH[period.charAt(0)] ?? 12;
  const lastMonth = length * Number(period.slice(1) || 1);
  const before = lastMonth - length;
  const firstDay = before === 0 ? `${year - 1}-12-15` : `${year}-${twoDigits(before)}-15`;
  return { firstDay, lastDay: `${year}-${twoDigits(lastMonth)}-14` };
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0');
}

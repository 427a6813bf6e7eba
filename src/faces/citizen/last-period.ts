import { REPORTING_PERIODS, reportingPeriod } from '../../figures/reporting-period.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';

/** Lengths of reporting periods (Đ.12 NĐ 09/2019/NĐ-CP): month, quarter, six months, year. */
export const PERIOD_LENGTHS = ['M', 'Q', 'H', 'Y'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

export interface LastPeriod {
  readonly firstDay: CivilDay;
  readonly lastDay: CivilDay;
}

/** @returns the last reporting period of that length that is over on this day. */
export function lastPeriod(length: PeriodLength, today: CivilDay): LastPeriod {
  const year = Number(today.slice(0, 4));
  const codes = REPORTING_PERIODS.filter((code) => code.startsWith(length));
  const over = [year - 1, year]
    .flatMap((one) => codes.map((code) => reportingPeriod(code, one)))
    .filter(({ lastDay }) => lastDay < today)
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  const last = over.at(-1);
  if (!last) throw new Error(`no period of ${length} is over on ${today}`);
  return last;
}

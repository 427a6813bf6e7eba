import { expect, test } from '@jest/globals';
import { addDays } from '../platform/kernel/civil-day.js';
import { REPORTING_PERIODS, reportingPeriod } from './reporting-period.js';

test.each([
  ['M1', '2020-12-15', '2021-01-14'],
  ['M12', '2021-11-15', '2021-12-14'],
  ['Q1', '2020-12-15', '2021-03-14'],
  ['Q2', '2021-03-15', '2021-06-14'],
  ['Q3', '2021-06-15', '2021-09-14'],
  ['Q4', '2021-09-15', '2021-12-14'],
  ['H1', '2020-12-15', '2021-06-14'],
  ['H2', '2021-06-15', '2021-12-14'],
  ['Y', '2020-12-15', '2021-12-14'],
] as const)('%s of 2021 is %s–%s', (period, firstDay, lastDay) => {
  expect(reportingPeriod(period, 2021)).toEqual({ firstDay, lastDay });
});

test.each(['M', 'Q', 'H'])('periods of kind %s fill the year without gap or overlap', (kind) => {
  const periods = REPORTING_PERIODS.filter((period) => period.startsWith(kind)).map((period) =>
    reportingPeriod(period, 2024),
  );
  const year = reportingPeriod('Y', 2024);
  expect(periods.map(({ firstDay }) => firstDay)).toEqual([
    year.firstDay,
    ...periods.slice(0, -1).map(({ lastDay }) => addDays(lastDay, 1)),
  ]);
  expect(periods.at(-1)?.lastDay).toBe(year.lastDay);
});

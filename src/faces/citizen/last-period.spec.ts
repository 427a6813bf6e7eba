import { expect, test } from '@jest/globals';
import { lastPeriod } from './last-period.js';

test.each([
  ['M', '2026-11-14', '2026-09-15', '2026-10-14'],
  ['M', '2026-11-15', '2026-10-15', '2026-11-14'],
  ['M', '2026-01-10', '2025-11-15', '2025-12-14'],
  ['Q', '2026-11-21', '2026-06-15', '2026-09-14'],
  ['Q', '2026-01-01', '2025-09-15', '2025-12-14'],
  ['H', '2026-06-15', '2025-12-15', '2026-06-14'],
  ['Y', '2026-12-14', '2024-12-15', '2025-12-14'],
] as const)('the last %s on %s ran from %s to %s', (length, today, firstDay, lastDay) => {
  expect(lastPeriod(length, today)).toEqual({ firstDay, lastDay });
});

import { expect, test } from '@jest/globals';
import { criticisedRows } from './criticised-rows.js';
import { criticisedCsv } from './criticised.csv.js';

const names = new Map([
  [1, { code: '1.000178', name: '=Đăng ký đất đai' }],
  [2, { code: '2.000001', name: 'Khai sinh' }],
]);
const rows = criticisedRows(
  [
    { id: 2, subject: 'BOTH', outcome: null, count: 1 },
    { id: 1, subject: 'ADMIN_REGULATION', outcome: 'AMENDED', count: 2 },
    { id: 1, subject: 'BOTH', outcome: 'EXPLAINED', count: 1 },
    { id: 1, subject: 'ADMIN_REGULATION', outcome: 'AMENDED', count: 3 },
    { id: null, subject: 'ADMIN_REGULATION', outcome: 'PROPOSED_TO_AUTHORITY', count: 1 },
  ],
  names,
);

test('the most criticised first; every item is in one subject and one outcome', () => {
  expect(rows.map(({ id, total }) => [id, total])).toEqual([
    [1, 6],
    [null, 1],
    [2, 1],
  ]);
  for (const { total, regulation, both, outcomes, otherOutcomes, unanswered } of rows) {
    expect(regulation + both).toBe(total);
    expect(outcomes.reduce((sum, { count }) => sum + count, otherOutcomes + unanswered)).toBe(total);
  }
  expect(rows[0]?.outcomes[0]).toEqual({ outcome: 'AMENDED', count: 5 });
});

test('the file opens in a spreadsheet, and runs nothing there', () => {
  const csv = criticisedCsv(rows, { from: '2026-01-01', to: '2026-12-31', by: 'procedure' }, (key) => key);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain(`1.000178,'=Đăng ký đất đai,6,5,1,5,`);
  expect(csv.split('\r\n')[1]?.split(',').slice(-2)).toEqual(['2026-01-01', '2026-12-31']);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { behind, orderOf, type OrderColumn, placeOf, readPlace, SORTS, turned } from './queue-order.js';

type Row = Parameters<typeof placeOf>[0];
const row = (id: number, more: Partial<Row> = {}): Row => ({
  id,
  dueDay: '2026-03-10',
  submittedAt: 5,
  changedAt: 7,
  answeredAt: 9,
  urgency: 'NORMAL',
  ...more,
});

const compare = (order: readonly OrderColumn[]) => (a: Row, b: Row) => {
  for (const { column, direction } of order) {
    const [x, y] = [a[column] ?? 0, b[column] ?? 0];
    if (x !== y) return x < y === (direction === 'ASC') ? -1 : 1;
  }
  return 0;
};

/** What the databases do with the condition, in JavaScript. */
function holds(condition: ReturnType<typeof behind>, item: Row): boolean {
  const text = condition.sql.replace(
    /item\.(\w+) (<=|>=|<|>|=) :(\w+)/g,
    (_, column: keyof Row, op, name) => {
      const [x, y] = [item[column] ?? 0, condition.params?.[String(name)] as string | number];
      const truth = { '<': x < y, '>': x > y, '=': x === y, '<=': x <= y, '>=': x >= y }[String(op)];
      return String(truth);
    },
  );
  return settle(text) === 'true';
}

/** Settles brackets from the inside, AND before OR. */
function settle(text: string): string {
  const next = text
    .replace(/\((true|false)\)/g, '$1')
    .replace(/(true|false) AND (true|false)/g, (pair) => String(!pair.includes('false')))
    .replace(/\(((?:true|false)(?: OR (?:true|false))+)\)/g, (any) => String(any.includes('true')));
  return next === text ? text : settle(next);
}

describe('places in an order', () => {
  it('are said by an address and read again', () => {
    const order = orderOf('-priority');
    const place = placeOf(row(12, { urgency: 'URGENT' }), order);
    expect(place).toBe('URGENT~2026-03-10~12');
    expect(readPlace(place, order)).toEqual(['URGENT', '2026-03-10', 12]);
  });

  it.each(['', '12', '2026-03-10', '2026-03-10~x', `2026-03-10~1~2`, "'; DROP~1", '2026-03-10~1e9'])(
    'are not made of %s',
    (text) => {
      expect(readPlace(text, orderOf('due'))).toBeNull();
    },
  );

  it('puts urgent items first, and among them the nearest due day', () => {
    const order = orderOf('-priority');
    const items = [
      row(1),
      row(2, { urgency: 'URGENT', dueDay: '2026-03-12' }),
      row(3, { urgency: 'ON_SITE' }),
      row(4, { urgency: 'URGENT' }),
    ];
    expect(items.sort(compare(order)).map(({ id }) => id)).toEqual([4, 2, 3, 1]);
  });

  it.each(SORTS)(
    'what is behind a place is what comes after it, nothing twice and nothing left out: %s',
    (sort) => {
      const few = fc.array(
        fc.record({
          dueDay: fc.constantFrom('2026-03-09', '2026-03-10', '2026-03-11'),
          submittedAt: fc.nat(2),
          changedAt: fc.nat(2),
          answeredAt: fc.nat(2),
          urgency: fc.constantFrom('NORMAL', 'URGENT', 'ON_SITE'),
        }),
        { minLength: 1, maxLength: 12 },
      );
      fc.assert(
        fc.property(few, fc.nat(11), (facts, at) => {
          const items = facts.map((more, i) => row(i + 1, more as Partial<Row>)).sort(compare(orderOf(sort)));
          const here = at % items.length;
          const place = readPlace(placeOf(items[here] as Row, orderOf(sort)), orderOf(sort));
          const ids = (found: Row[]) => found.map(({ id }) => id);
          const after = behind(place ?? [], orderOf(sort));
          const before = behind(place ?? [], turned(orderOf(sort)));
          expect(ids(items.filter((item) => holds(after, item)))).toEqual(ids(items.slice(here + 1)));
          expect(ids(items.filter((item) => holds(before, item)))).toEqual(ids(items.slice(0, here)));
        }),
        { numRuns: 60 },
      );
    },
  );
});

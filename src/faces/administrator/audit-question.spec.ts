import { describe, expect, it } from '@jest/globals';
import { type AuditPlace, newestFirst, placeText, readPlace } from './audit-question.js';

const place = (at: number, source: 'trail' | 'journal', id: number): AuditPlace => ({ at, source, id });

describe('the order of the trail', () => {
  it('is newest first, and total where instants are the same', () => {
    const sorted = [
      place(9, 'trail', 1),
      place(5, 'trail', 8),
      place(5, 'trail', 7),
      place(5, 'journal', 9),
      place(5, 'journal', 2),
      place(1, 'journal', 3),
    ];
    expect(sorted.toReversed().sort(newestFirst)).toEqual(sorted);
  });

  it('has places that an address can hold', () => {
    const there = place(1_795_240_800_000, 'journal', 42);
    expect(readPlace(placeText(there))).toEqual(there);
    for (const text of ['', '1.x.2', '1.trail', 'a.trail.1', '1.trail.2.3', `${'9'.repeat(16)}.trail.1`]) {
      expect(readPlace(text)).toBeNull();
    }
  });
});

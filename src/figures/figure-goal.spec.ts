import { describe, expect, it } from '@jest/globals';
import { ratio } from '../platform/kernel/ratio.js';
import { bandsOutOfOrder, goalFor, type GoalSetting, gradeOf, reaches, targetOf } from './figure-goal.js';

const GOAL: GoalSetting = {
  ...{ id: 1, agencyId: null, validFrom: '2026-01-01', validTo: null },
  ...{ handled: null, onTime: 9_000, satisfied: 8_500 },
  ...{ excellent: 9_500, good: 8_500, fulfilled: 7_000, fewest: 10 },
};

describe('what is to be reached', () => {
  it('is compared exactly, not by what is printed', () => {
    expect(reaches(ratio(9, 10), 9_000)).toBe(true);
    // 89,999…% prints as 89,99%; nothing is rounded up to a target.
    expect(reaches(ratio(899_999, 1_000_000), 9_000)).toBe(false);
    expect(reaches(ratio(0, 0), 0)).toBeNull();
    expect(reaches(ratio(3_425, 3_095), 11_000)).toBe(true);
  });

  it('names the ratio that it is a target of', () => {
    expect([targetOf(GOAL, '23'), targetOf(GOAL, '24'), targetOf(GOAL, '22'), targetOf(GOAL, '23b')]).toEqual(
      [9_000, 8_500, null, null],
    );
  });

  it('grades by the first band that is reached', () => {
    const grades = [96, 95, 94, 85, 84, 70, 69, 0].map((part) => gradeOf(GOAL, ratio(part, 100)));
    expect(grades).toEqual(
      'EXCELLENT EXCELLENT GOOD GOOD FULFILLED FULFILLED UNFULFILLED UNFULFILLED'.split(' '),
    );
  });

  it('grades nobody by a handful of items', () => {
    expect([gradeOf(GOAL, ratio(9, 9)), gradeOf(GOAL, ratio(10, 10)), gradeOf(GOAL, ratio(0, 0))]).toEqual([
      null,
      'EXCELLENT',
      null,
    ]);
  });

  it('finds the bands that contradict each other', () => {
    expect(bandsOutOfOrder(GOAL)).toEqual([]);
    expect(bandsOutOfOrder({ excellent: 9_000, good: 9_000, fulfilled: 9_500 })).toEqual([
      'good',
      'fulfilled',
    ]);
  });

  it('takes the nearest agency’s, on a day on which it holds', () => {
    const goals = [
      GOAL,
      { ...GOAL, id: 2, agencyId: 7, validTo: '2026-07-01' },
      { ...GOAL, id: 3, agencyId: 9, validFrom: '2026-03-01' },
    ];
    const id = (line: number[], day: string): number | undefined => goalFor(goals, line, day)?.id;
    expect([id([9, 7], '2026-03-31'), id([9, 7], '2026-02-28'), id([8, 7], '2026-06-30')]).toEqual([3, 2, 2]);
    expect([id([8, 7], '2026-07-01'), id([5], '2026-03-31'), id([5], '2025-12-31')]).toEqual([
      1,
      1,
      undefined,
    ]);
  });
});

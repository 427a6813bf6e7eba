import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Ratio } from '../platform/kernel/ratio.js';
import type { RatioNumber } from './ratios.js';

/** Targets and bands, all in hundredths of a percent (90 % = 9.000). Targets may exceed 100 %, bands may not. */
export interface Goal {
  /** Least share that is handled (22), that is handled in time (23), that is satisfied (24); null: no target. */
  readonly handled: number | null;
  readonly onTime: number | null;
  readonly satisfied: number | null;
  /** Least share in time (23) for each grade; below the last one the task was not fulfilled. */
  readonly excellent: number;
  readonly good: number;
  readonly fulfilled: number;
  /** With fewer items received in the period an agency is not ranked. */
  readonly fewest: number;
}

export interface GoalSetting extends Goal {
  readonly id: number;
  /** The agency with its whole subtree; null: all. */
  readonly agencyId: number | null;
  readonly validFrom: CivilDay;
  /** The first day on which it holds no more; null while no end is set. */
  readonly validTo: CivilDay | null;
}

export const GRADES = ['EXCELLENT', 'GOOD', 'FULFILLED', 'UNFULFILLED'] as const;
export type Grade = (typeof GRADES)[number];

export const BANDS = ['excellent', 'good', 'fulfilled'] as const satisfies readonly (keyof Goal)[];
export const TARGETS = ['handled', 'onTime', 'satisfied'] as const satisfies readonly (keyof Goal)[];

/** Hundredths of a percent. */
export const BAND_RANGE = { min: 0, max: 10_000 } as const;
export const TARGET_RANGE = { min: 0, max: 100_000 } as const;
export const FEWEST_RANGE = { min: 0, max: 100_000 } as const;

const TARGET_OF: Partial<Record<RatioNumber, (typeof TARGETS)[number]>> = {
  '22': 'handled',
  '23': 'onTime',
  '24': 'satisfied',
};

/** @returns the target of a published ratio; null where it has none. */
export function targetOf(goal: Goal, number: RatioNumber): number | null {
  const name = TARGET_OF[number];
  return name ? goal[name] : null;
}

/** @returns whether the ratio reaches so many hundredths of a percent, exactly; null where there is nothing to divide by. */
export function reaches({ numerator, denominator }: Ratio, least: number): boolean | null {
  return denominator === 0 ? null : BigInt(numerator) * 10_000n >= BigInt(least) * BigInt(denominator);
}

/** @param inTime ratio 23. @returns null where too few items came, or none. */
export function gradeOf(goal: Goal, inTime: Ratio): Grade | null {
  if (inTime.denominator === 0 || inTime.denominator < goal.fewest) return null;
  const at = BANDS.findIndex((band) => reaches(inTime, goal[band]) === true);
  return GRADES[at === -1 ? BANDS.length : at] ?? null;
}

/**
 * The nearest agency's counts: itself, then each above it, then what is set for all.
 * @param agencyLine ids, the agency first, then those above it
 * @param day of the period, usually its last one
 */
export function goalFor<G extends GoalSetting>(
  goals: readonly G[],
  agencyLine: readonly number[],
  day: CivilDay,
): G | null {
  const rank = ({ agencyId }: GoalSetting): number =>
    agencyId === null ? agencyLine.length : agencyLine.indexOf(agencyId);
  const holding = goals.filter(
    (goal) => rank(goal) >= 0 && goal.validFrom <= day && (goal.validTo === null || day < goal.validTo),
  );
  return holding.sort((a, b) => rank(a) - rank(b) || b.validFrom.localeCompare(a.validFrom))[0] ?? null;
}

/** @returns the names of the bands that are not below the one before them. */
export function bandsOutOfOrder(goal: Pick<Goal, (typeof BANDS)[number]>): (typeof BANDS)[number][] {
  return BANDS.filter((band, at) => {
    const above = BANDS[at - 1];
    return above !== undefined && goal[band] >= goal[above];
  });
}

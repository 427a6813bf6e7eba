import { type Ratio, ratio } from '../../platform/kernel/ratio.js';
import type { PageModel } from '../../platform/web/page.js';
import type { DailyCounts } from './daily-figures.js';

/** The figures of the day with their ratios: handled of all, and early or on time of all (QĐ 766/QĐ-TTg). */
export interface HomeToday extends DailyCounts {
  readonly pending: number;
  readonly processedRatio: Ratio;
  readonly onTimeRatio: Ratio;
}

export type HomeModel = PageModel & { readonly today: HomeToday | null };

/** @returns what the home page prints; `today` is null while the period has nothing to count. */
export function homeView(counts: DailyCounts): HomeModel {
  return { title: 'home.title', today: counts.total === 0 ? null : withRatios(counts) };
}

function withRatios(counts: DailyCounts): HomeToday {
  return {
    ...counts,
    pending: counts.inTerm + counts.overdue,
    processedRatio: ratio(counts.processed, counts.total),
    onTimeRatio: ratio(counts.onTime, counts.total),
  };
}

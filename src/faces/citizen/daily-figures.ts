import type { CivilDay } from '../../platform/kernel/civil-day.js';

/** The columns of the published figures (domain: 1, 7, 11 + 12, 15, 16) that the home page shows; counts of items. */
export interface DailyCounts {
  /** First day of the period. */
  readonly from: CivilDay;
  /** The cut-off, epoch ms: everything is counted as it stood then. */
  readonly asOf: number;
  readonly total: number;
  readonly processed: number;
  /** Of the processed, answered before or on the due day then in force. */
  readonly onTime: number;
  readonly inTerm: number;
  readonly overdue: number;
}

/** The current period over all agencies, for everybody. Provided by whoever computes the figures. */
export abstract class DailyFigures {
  abstract today(): Promise<DailyCounts>;
}

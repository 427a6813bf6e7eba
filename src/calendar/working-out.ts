import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { SkippedDay, WorkedSwap, WorkingCalendar } from './working-calendar.js';

/** Where a clock ran: from `start` to `due`, standing in the pauses. */
export interface ClockStory {
  readonly start: CivilDay;
  readonly due: CivilDay;
  readonly pauses: readonly {
    readonly from: CivilDay;
    readonly to: CivilDay | null;
    readonly remaining: number | null;
  }[];
}

export interface WorkingOut {
  readonly counted: readonly CivilDay[];
  readonly skipped: readonly SkippedDay[];
  readonly swaps: readonly WorkedSwap[];
  readonly confirmed: boolean;
}

/** Counted and skipped days over every stretch in which the clock ran, up to the due day. */
export function workingOut(calendar: WorkingCalendar, story: ClockStory): WorkingOut {
  const stretches = runningStretches(story).map(([from, to]) => calendar.stretch(from, to));
  return {
    counted: stretches.flatMap((stretch) => stretch.counted),
    skipped: stretches.flatMap((stretch) => stretch.skipped),
    swaps: stretches.flatMap((stretch) => stretch.swapsIn),
    confirmed: stretches.every((stretch) => stretch.confirmed),
  };
}

function runningStretches({ start, due, pauses }: ClockStory): [CivilDay, CivilDay][] {
  const stretches: [CivilDay, CivilDay][] = [];
  let from = start;
  for (const pause of pauses) {
    // A pause that began after the due day moved nothing: the clock had run out before it.
    if (pause.remaining === null || pause.to === null) continue;
    stretches.push([from, pause.from]);
    from = pause.to;
  }
  stretches.push([from, due]);
  return stretches;
}

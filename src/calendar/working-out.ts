import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { DeadlineRecord } from './promise.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Counted and skipped days over every stretch in which the clock ran, up to the due day. */
export function withWorkingOut(calendar: WorkingCalendar, record: DeadlineRecord): DeadlineRecord {
  const stretches = runningStretches(record).map(([from, to]) => calendar.stretch(from, to));
  return {
    ...record,
    counted: stretches.flatMap((stretch) => stretch.counted),
    skipped: stretches.flatMap((stretch) => stretch.skipped),
    swaps: stretches.flatMap((stretch) => stretch.swapsIn),
    confirmed: stretches.every((stretch) => stretch.confirmed),
  };
}

function runningStretches({ start, due, pauses }: DeadlineRecord): [CivilDay, CivilDay][] {
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

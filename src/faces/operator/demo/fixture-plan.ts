import { promise } from '../../../calendar/promise.js';
import type { WorkingCalendar } from '../../../calendar/working-calendar.js';
import type { Subject } from '../../../feedback/classification.js';
import { TERMS } from '../../../feedback/terms.js';
import { addDays, type CivilDay, startOfDay } from '../../../platform/kernel/civil-day.js';
import type { RandomSource } from '../../../platform/kernel/random.js';

/**
 * The published figure of the first four months of 2019 (domain §4.3), as the days of 1.049 items: 62 carried over and
 * 987 new; 934 answered (300 early, 580 on time, 54 late; 902 published, 88 dissatisfied); 115 pending at the cut-off
 * (96 in term, 19 overdue), answered in May.
 */
export const FIXTURE = { from: '2019-01-01', to: '2019-04-30' } as const;

type Band = 'early' | 'onTime' | 'late' | 'inTerm' | 'overdue';

/** One item of the played-back past. Instants are epoch ms; null where it did not happen. */
export interface PlannedItem {
  readonly subject: Subject;
  readonly submittedAt: number;
  readonly bookedAt: number;
  readonly answeredAt: number;
  readonly publishedAt: number | null;
  readonly dissatisfiedAt: number | null;
}

const HOUR = 3_600_000;

export function fixturePlan(calendar: WorkingCalendar, random: RandomSource): PlannedItem[] {
  const answered = {
    subjects: shuffled(random, { ADMIN_ACT: 460, ADMIN_REGULATION: 445, BOTH: 29 }),
    bands: shuffled(random, { early: 300, onTime: 580, late: 54 }),
    published: shuffled(random, { yes: 902, no: 32 }),
    dissatisfied: shuffled(random, { yes: 88, no: 846 }),
  };
  const pending = {
    subjects: shuffled(random, { ADMIN_ACT: 52, ADMIN_REGULATION: 55, BOTH: 8 }),
    bands: shuffled(random, { inTerm: 96, overdue: 19 }),
  };
  return [
    ...answered.bands.map((band, i) => {
      const subject = answered.subjects[i] as Subject;
      const after = {
        published: answered.published[i] === 'yes',
        dissatisfied: answered.dissatisfied[i] === 'yes',
      };
      return planned(calendar, random, subject, band as Band, arrivals(band as Band, i < 62), after);
    }),
    ...pending.bands.map((band, i) => {
      const none = { published: false, dissatisfied: false };
      return planned(
        calendar,
        random,
        pending.subjects[i] as Subject,
        band as Band,
        arrivals(band as Band, false),
        none,
      );
    }),
  ];
}

/** First and last day of arrival: early enough that the band comes true before the cut-off, or late enough that it does not. */
function arrivals(band: Band, carriedOver: boolean): [CivilDay, CivilDay] {
  if (carriedOver) return ['2018-12-26', '2018-12-28']; // so late that even an early answer comes in the new year
  if (band === 'inTerm') return ['2019-04-22', '2019-04-26'];
  if (band === 'overdue') return ['2019-03-20', '2019-03-29'];
  return ['2019-01-02', '2019-03-26'];
}

function planned(
  calendar: WorkingCalendar,
  random: RandomSource,
  subject: Subject,
  band: Band,
  [first, last]: [CivilDay, CivilDay],
  after: { published: boolean; dissatisfied: boolean },
): PlannedItem {
  const day = workingDayIn(calendar, random, first, last);
  const { due } = promise(calendar, { start: day, term: TERMS.handling[subject], rule: 'handling' });
  const submittedAt = startOfDay(day) + 8 * HOUR + random.below(4 * HOUR);
  const answeredAt =
    startOfDay(answerDay(calendar, random, subject, band, day, due)) + 14 * HOUR + random.below(2 * HOUR);
  return {
    subject,
    submittedAt,
    bookedAt: submittedAt + HOUR,
    answeredAt,
    publishedAt: after.published ? answeredAt + 22 * HOUR : null,
    dissatisfiedAt: after.dissatisfied ? answeredAt + 26 * HOUR : null,
  };
}

function answerDay(
  calendar: WorkingCalendar,
  random: RandomSource,
  subject: Subject,
  band: Band,
  start: CivilDay,
  due: CivilDay,
): CivilDay {
  const after = (from: CivilDay, days: number): CivilDay => calendar.addWorkingDays(from, days).due;
  if (band === 'onTime') return due;
  if (band === 'late') return after(due, 1 + random.below(4));
  if (band === 'early') return after(start, 4 + random.below(TERMS.handling[subject] - 5));
  return after('2019-05-05', 1 + random.below(9)); // the 115 are answered after the cut-off
}

function workingDayIn(
  calendar: WorkingCalendar,
  random: RandomSource,
  first: CivilDay,
  last: CivilDay,
): CivilDay {
  const days: CivilDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day);
  return days[random.below(days.length)] ?? first;
}

/** As many of each as asked, in chance order (Fisher–Yates). */
function shuffled(random: RandomSource, counts: Readonly<Record<string, number>>): string[] {
  const all = Object.entries(counts).flatMap(([value, count]) => Array<string>(count).fill(value));
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [all[i], all[j]] = [all[j] ?? '', all[i] ?? ''];
  }
  return all;
}

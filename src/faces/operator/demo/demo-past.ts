import type { WorkingCalendar } from '../../../calendar/working-calendar.js';
import { dayOf } from '../../../platform/kernel/civil-day.js';
import { SYSTEM } from '../../../feedback/actor.js';
import { closingOf } from '../../../handling/timer-dates.js';
import type { RandomSource } from '../../../platform/kernel/random.js';
import type { DemoGround } from './demo-ground.js';
import { replyTo, storyFor, wordsOf } from './demo-words.js';
import { fixturePlan, type PlannedItem } from './fixture-plan.js';
import type { Happening, Player } from './player.js';

const HOUR = 3_600_000;
/** Few agencies have most of it, as in life; the invented district of Sơn Hạ has nothing at all. */
const WHERE = [
  'HG',
  'HG',
  'HG',
  'HG-XD',
  'HG-NNMT',
  'HG-NNMT',
  'HG-NV',
  'HG-TC',
  'HG-TP',
  'HG-TT',
  'HG-TT',
  'HG-DS',
  'HG-TL',
  'HG-HK',
  'HG-BM',
];

/** The period 01/01–30/04/2019 as happenings. */
export function demoPast(calendar: WorkingCalendar, ground: DemoGround, random: RandomSource): Happening[] {
  return fixturePlan(calendar, random).flatMap((item, i) => happeningsOf(item, i, ground, random));
}

function happeningsOf(
  item: PlannedItem,
  index: number,
  ground: DemoGround,
  random: RandomSource,
): Happening[] {
  const { INTAKE_OFFICER, HANDLER, APPROVER, PUBLISHER } = ground.actors;
  const story = storyFor(random, item.subject);
  const words = wordsOf(story, WHERE[random.below(WHERE.length)] ?? 'HG', `2019-${index}`, ground, random);
  let id = 0;
  const at = (instant: number, play: (player: Player) => Promise<unknown>): Happening => ({
    at: instant,
    play,
  });
  const reply = replyTo(story, dayOf(item.answeredAt), index + 1);
  const happenings = [
    at(item.submittedAt, async (player) => (id = await player.submit(words))),
    at(item.bookedAt, (player) => player.step(id, 'book', INTAKE_OFFICER)),
    at(item.bookedAt + HOUR, (player) => player.step(id, 'start', HANDLER)),
    at(item.answeredAt - 4 * HOUR, (player) => player.step(id, 'draft', HANDLER, { reply })),
    at(item.answeredAt, (player) => player.step(id, 'approve', APPROVER)),
  ];
  const { publishedAt, dissatisfiedAt } = item;
  const shown = { title: story.title, content: story.content, reply: story.reply };
  if (publishedAt !== null) {
    happenings.push(
      at(publishedAt - HOUR, (player) => player.propose(id, shown, HANDLER)),
      at(publishedAt, (player) => player.publish(id, PUBLISHER)),
    );
  }
  if (dissatisfiedAt === null) {
    happenings.push(at(closingOf(item.answeredAt), (player) => player.step(id, 'close', SYSTEM)));
  } else {
    const citizen = (): { kind: 'citizen'; feedbackId: number } => ({ kind: 'citizen', feedbackId: id });
    happenings.push(
      at(dissatisfiedAt, (player) => player.step(id, 'rate', citizen(), { rating: 'DISSATISFIED' })),
    );
  }
  return happenings;
}

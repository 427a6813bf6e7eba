import type { WorkingCalendar } from '../../../calendar/working-calendar.js';
import type { Actor } from '../../../feedback/actor.js';
import type { Subject, Urgency } from '../../../feedback/classification.js';
import type { Action } from '../../../feedback/transition.js';
import type { TransitionInput } from '../../../feedback/transition-input.js';
import { addDays, type CivilDay, dayOf, startOfDay } from '../../../platform/kernel/civil-day.js';
import type { RandomSource } from '../../../platform/kernel/random.js';
import type { DemoGround } from './demo-ground.js';
import type { Story } from './demo-seed.js';
import { replyTo, storyFor, wordsOf } from './demo-words.js';
import type { Happening, Player } from './player.js';

const HOUR = 3_600_000;
type Who = 'INTAKE_OFFICER' | 'HANDLER' | 'APPROVER' | 'SUPERVISOR' | 'CITIZEN';
/** One step of an item's way: what, by whom, with what; what it needs besides is filled in. */
export type WayStep = readonly [Action, Who, TransitionInput?];
type Step = WayStep;

/** One item of the present: the way it has gone, from which instant on. */
export interface Journey {
  readonly way: readonly WayStep[];
  /** Tells its submission from all others. */
  readonly index: number;
  readonly start: number;
  /** What is not left to the order of things. */
  readonly agency?: string;
  readonly subject?: Subject;
  readonly urgency?: Urgency;
  /** The citizen leaves no address for mail. */
  readonly unwritten?: boolean;
}

const BOOK: Step = ['book', 'INTAKE_OFFICER'];
const START: Step = ['start', 'HANDLER'];
const DRAFT: Step = ['draft', 'HANDLER'];
const APPROVE: Step = ['approve', 'APPROVER'];
const ASK: TransitionInput = {
  question: 'Đề nghị Ông/Bà cho biết số giấy hẹn trả kết quả và ngày nộp hồ sơ.',
};

/** The way into every state; `agency` of a forward is the next in the list of departments. */
const WAYS: readonly (readonly Step[])[] = [
  [],
  [],
  [BOOK],
  [BOOK, ['forward', 'INTAKE_OFFICER']],
  [BOOK, ['forward', 'INTAKE_OFFICER'], ['accept', 'HANDLER']],
  [BOOK, START],
  [BOOK, START, ['requestInfo', 'HANDLER', ASK]],
  [['requestInfo', 'INTAKE_OFFICER', ASK]],
  [BOOK, START, DRAFT],
  [BOOK, START, DRAFT, APPROVE],
  [BOOK, START, DRAFT, APPROVE, ['rate', 'CITIZEN', { rating: 'SATISFIED' }]],
  [
    BOOK,
    START,
    DRAFT,
    APPROVE,
    ['rate', 'CITIZEN', { rating: 'DISSATISFIED', words: 'Trả lời chưa đúng trọng tâm.' }],
  ],
  [
    BOOK,
    ['forward', 'INTAKE_OFFICER'],
    ['return', 'HANDLER', { reason: 'Nội dung không thuộc thẩm quyền của Sở.' }],
  ],
  [
    [
      'refuse',
      'INTAKE_OFFICER',
      {
        refusalReason: 'UNCLEAR',
        reason: 'Nội dung chưa nêu rõ thủ tục và nơi nộp hồ sơ. Đề nghị gửi lại kèm thông tin này.',
      },
    ],
  ],
  [
    [
      'redirect',
      'INTAKE_OFFICER',
      {
        redirection: 'COMPLAINT',
        reason:
          'Nội dung đề nghị xem xét lại một quyết định hành chính cụ thể; mời Ông/Bà gửi đơn khiếu nại theo Luật Khiếu nại.',
      },
    ],
  ],
  [['withdraw', 'CITIZEN']],
  [BOOK, START, ['extend', 'APPROVER', { reason: 'Cần lấy ý kiến của cơ quan phối hợp.' }]],
];

const DEPARTMENTS = ['HG-XD', 'HG-NNMT', 'HG-NV', 'HG-TC', 'HG-TP'];
const INTAKE = ['HG', 'HG', 'HG-TT', 'HG'];

/** Items of the last weeks in every state, some of them due today or overdue. */
export function demoPresent(
  calendar: WorkingCalendar,
  ground: DemoGround,
  random: RandomSource,
  now: number,
): Happening[] {
  const ways = Array.from({ length: 4 }, () => WAYS).flat();
  return ways.flatMap((way, i) => {
    const day = lastWorkingDay(calendar, addDays(dayOf(now), -1 - Math.floor(i / 3)));
    const start = startOfDay(day) + 8 * HOUR + random.below(HOUR);
    return journey({ way, index: i, start }, ground, random);
  });
}

/** @returns the submission and every step of one item, an hour apart. */
export function journey(item: Journey, ground: DemoGround, random: RandomSource): Happening[] {
  const { way, index, start, urgency = 'NORMAL', unwritten = false } = item;
  const inTurn = (['ADMIN_ACT', 'ADMIN_REGULATION', 'ADMIN_ACT', 'BOTH'] as const)[index % 4];
  const story = storyFor(random, item.subject ?? inTurn ?? 'ADMIN_ACT');
  const agency = item.agency ?? INTAKE[index % INTAKE.length] ?? 'HG';
  const sent = wordsOf(story, agency, `now-${index}`, ground, random);
  // Every third citizen leaves an address, and is written to.
  const email = index % 3 === 0 && !unwritten ? `nguoi-dan-${index}@nha.example` : null;
  const words = { ...sent, urgency, submitter: { ...sent.submitter, email } };
  let id = 0;
  const submitted: Happening = {
    at: start,
    play: async (player) => (id = await player.submitProposed(words)),
  };
  const steps = way.map(([action, who, input], n): Happening => ({
    at: start + (n + 1) * HOUR,
    play: (player: Player) => {
      const actor: Actor = who === 'CITIZEN' ? { kind: 'citizen', feedbackId: id } : ground.actors[who];
      return player.step(id, action, actor, {
        ...inputOf(action, story, dayOf(start), index, ground),
        ...input,
      });
    },
  }));
  return [submitted, ...steps];
}

function inputOf(
  action: Action,
  story: Story,
  day: CivilDay,
  index: number,
  ground: DemoGround,
): TransitionInput {
  if (action === 'draft') return { reply: replyTo(story, day, 2000 + index) };
  if (action !== 'forward') return {};
  return { agencyId: ground.agencies.get(DEPARTMENTS[index % DEPARTMENTS.length] ?? '')?.id };
}

/** @returns the day itself, or the last working day before it. */
export function lastWorkingDay(calendar: WorkingCalendar, day: CivilDay): CivilDay {
  return calendar.isWorkingDay(day) ? day : lastWorkingDay(calendar, addDays(day, -1));
}

import type { INestApplicationContext } from '@nestjs/common';
import { StaffService } from '../../../accounts/staff.service.js';
import type { WorkingCalendar } from '../../../calendar/working-calendar.js';
import { TERMS } from '../../../feedback/terms.js';
import { Absences } from '../../../handling/absences.service.js';
import { addDays, type CivilDay, dayOf, startOfDay } from '../../../platform/kernel/civil-day.js';
import type { RandomSource } from '../../../platform/kernel/random.js';
import { DEMO_PASSWORD, type DemoGround } from './demo-ground.js';
import { type Journey, journey, lastWorkingDay, type WayStep } from './demo-present.js';
import type { Happening } from './player.js';

const HOUR = 3_600_000;
const BOOK: WayStep = ['book', 'INTAKE_OFFICER'];
const START: WayStep = ['start', 'HANDLER'];
const ANSWER: readonly WayStep[] = [BOOK, START, ['draft', 'HANDLER'], ['approve', 'APPROVER']];
/** Indexes of the present begin at 0, of the office here, of a busy desk behind. */
const OFFICE = 1_000;
const BUSY = 10_000;

type Way = Omit<Journey, 'index' | 'start'>;

/** People without whom nothing can be given on: one who is away, one who is asked to co-ordinate. */
const COLLEAGUES = [
  { username: 'thuthuy', name: 'Đặng Thu Thủy', position: 'Chuyên viên xử lý', agency: 'HG' },
  { username: 'vanloc', name: 'Phan Văn Lộc', position: 'Chuyên viên Sở Xây dựng', agency: 'HG-XD' },
] as const;
export type DemoColleagues = Readonly<Record<(typeof COLLEAGUES)[number]['username'], number>>;

/** @returns the ids of the colleagues; their accounts are not printed, since nobody has to sign in as them. */
export async function layColleagues(
  rooms: INestApplicationContext,
  { agencies }: DemoGround,
): Promise<DemoColleagues> {
  const laid = await Promise.all(
    COLLEAGUES.map(async ({ username, name, position, agency }) => {
      const agencyId = agencies.get(agency)?.id ?? 0;
      const person = {
        username,
        name,
        position,
        agencyId,
        password: DEMO_PASSWORD,
        passwordTemporary: false,
      };
      const grants = [{ role: 'HANDLER' as const, agencyId }];
      return [username, await rooms.get(StaffService).add({ ...person, grants })] as const;
    }),
  );
  return Object.fromEntries(laid) as DemoColleagues;
}

/** One handler is away, the other does the work meanwhile. */
export async function layAbsence(
  rooms: INestApplicationContext,
  { actors }: DemoGround,
  { thuthuy }: DemoColleagues,
  today: CivilDay,
): Promise<void> {
  const absence = { fromDay: today, toDay: addDays(today, 5), substituteId: actors.HANDLER.staffId };
  await rooms.get(Absences).announce(thuthuy, absence, today);
}

/** What fills the other lists of the desk: given to somebody, asked, urgent, due today, to be opened again, split. */
export function demoOffice(
  calendar: WorkingCalendar,
  ground: DemoGround,
  colleagues: DemoColleagues,
  random: RandomSource,
  now: number,
): Happening[] {
  const recent = lastWorkingDay(calendar, addDays(dayOf(now), -2));
  const today = dayDue(calendar, dayOf(now));
  const journeys: Journey[] = waysOf(ground, colleagues, now).map((way, i) => ({
    ...way,
    index: OFFICE + i,
    start: morning(recent) + i * 60_000,
  }));
  for (const way of today === null ? [] : [[], [BOOK, START]])
    journeys.push({
      ...{ way, agency: 'HG', subject: 'ADMIN_ACT' },
      index: OFFICE + journeys.length,
      start: morning(today ?? recent),
    });
  return journeys.flatMap((one) => journey(one, ground, random));
}

function waysOf({ actors, agencies }: DemoGround, { thuthuy }: DemoColleagues, now: number): Way[] {
  const give = (assigneeId: number): WayStep => ['assign', 'INTAKE_OFFICER', { assigneeId }];
  const mine = give(actors.HANDLER.staffId);
  const consult = (agency: string): WayStep => {
    const asked = { agencyId: agencies.get(agency)?.id ?? 0, innerDay: addDays(dayOf(now), 3) };
    return ['consult', 'HANDLER', { ...asked, question: 'Đề nghị cho ý kiến về thành phần hồ sơ.' }];
  };
  const part = { title: 'Phần về phí, lệ phí', content: 'Mức thu không niêm yết tại nơi nộp hồ sơ.' };
  const reopen: readonly WayStep[] = [
    ['rate', 'CITIZEN', { rating: 'DISSATISFIED', words: 'Chưa trả lời câu hỏi chính.' }],
    ['askReopen', 'CITIZEN', { content: 'Tôi gửi thêm giấy hẹn mới nhận sau khi có trả lời.' }],
  ];
  return [
    { way: [BOOK, mine, START], agency: 'HG' },
    {
      way: [BOOK, mine, START, ['remind', 'SUPERVISOR', { reason: 'Đề nghị trả lời trong tuần.' }]],
      agency: 'HG',
    },
    { way: [BOOK, give(thuthuy), START], agency: 'HG' },
    { way: [BOOK, give(thuthuy)], agency: 'HG' },
    {
      way: [BOOK, START, ['askExtension', 'HANDLER', { reason: 'Cần xác minh tại hai địa bàn.' }]],
      agency: 'HG',
    },
    { way: [BOOK, START, consult('HG-XD')], agency: 'HG' },
    { way: [BOOK, START, consult('HG')], agency: 'HG-TT' },
    { way: [...ANSWER, ...reopen], agency: 'HG-TT' },
    { way: [...ANSWER, ...reopen], agency: 'HG' },
    { way: [], agency: 'HG', urgency: 'URGENT' },
    { way: [BOOK], agency: 'HG', urgency: 'ON_SITE' },
    { way: [BOOK, START, ['split', 'HANDLER', { part: { ...part, subject: 'ADMIN_ACT' } }]], agency: 'HG' },
  ];
}

/** @param count items that are open, in every state, over the last four weeks: a desk to be tried by hand. */
export function busyDesk(
  calendar: WorkingCalendar,
  ground: DemoGround,
  random: RandomSource,
  now: number,
  count: number,
): Happening[] {
  const mine: WayStep = ['assign', 'INTAKE_OFFICER', { assigneeId: ground.actors.HANDLER.staffId }];
  const ask = { question: 'Ông/Bà nộp hồ sơ ngày nào?' };
  const ways: readonly (readonly WayStep[])[] = [
    [],
    [BOOK],
    [BOOK, mine],
    [BOOK, START],
    [BOOK, mine, START],
    [BOOK, ['forward', 'INTAKE_OFFICER']],
    [BOOK, START, ['draft', 'HANDLER']],
    [],
    [BOOK, mine, START],
    [BOOK, START, ['requestInfo', 'HANDLER', ask]],
  ];
  return Array.from({ length: count }, (_, i) => {
    const day = lastWorkingDay(calendar, addDays(dayOf(now), -1 - (i % 26)));
    const way = ways[i % ways.length] ?? [];
    const start = morning(day) + random.below(HOUR);
    return journey({ way, index: BUSY + i, start, unwritten: true }, ground, random);
  }).flat();
}

/** Early enough that an item's steps lie within one day. */
const morning = (day: CivilDay): number => startOfDay(day) + 8 * HOUR;

/** @returns the day of submission whose ordinary term ends today; null where today is no working day. */
function dayDue(calendar: WorkingCalendar, today: CivilDay): CivilDay | null {
  for (let day = addDays(today, -1); day > addDays(today, -60); day = addDays(day, -1)) {
    const { due } = calendar.addWorkingDays(day, TERMS.handling.ADMIN_ACT);
    if (due === today && calendar.isWorkingDay(day)) return day;
    if (due < today) return null;
  }
  return null;
}

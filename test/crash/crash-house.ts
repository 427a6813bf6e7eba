import type { INestApplicationContext } from '@nestjs/common';
import { bootRooms } from '../../src/boot.js';
import type { Role } from '../../src/accounts/role.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { DEMO_PASSWORD, type DemoGround, layGround } from '../../src/faces/operator/demo/demo-ground.js';
import { ANYBODY } from '../../src/feedback/actor.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import { Settings } from '../../src/platform/config/settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SettableClock } from '../../src/platform/kernel/clock.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { MORNING } from '../support/application.js';
import { aDatabase, type Engine, type TestDatabase } from '../support/database.js';
import { REPLY } from '../support/office.js';
import { type Environment, WebProcess } from './web-process.js';

const DAY = 86_400_000;
/** Answered so long ago that they close by themselves on the morning of the kills. */
const LONG_AGO = MORNING - 40 * DAY;
const MORE: readonly { username: string; agency: string; roles: readonly Role[] }[] = [
  { username: 'soan', agency: 'HG-XD', roles: ['HANDLER'] },
  { username: 'duyet', agency: 'HG-XD', roles: ['APPROVER'] },
];

/** A database with the province on it, the accounts that clients use, and timers that come due while they work. */
export interface CrashHouse {
  readonly database: TestDatabase;
  /** Items that were there before, and close by themselves. */
  readonly prepared: ReadonlySet<number>;
  server(port: number, more?: Environment): WebProcess;
  /** Works with the rooms of the product, as a command does beside the servers. */
  beside<T>(fn: (rooms: INestApplicationContext) => Promise<T>, now?: number): Promise<T>;
}

/** @param timers how many items wait for their timer. @param spread ms from the morning on in which they come due. */
export async function aCrashHouse(engine: Engine, timers: number, spread: number): Promise<CrashHouse> {
  const database = await aDatabase(engine);
  const environment = { DATABASE_URL: database.url, STORAGE_DIR: database.folder };
  const clock = new SettableClock(LONG_AGO);
  const beside: CrashHouse['beside'] = async (fn, now = MORNING) => {
    clock.set(now);
    const rooms = await bootRooms(Settings.from({ ...environment, NODE_ENV: 'test' }), clock);
    try {
      return await fn(rooms);
    } finally {
      await rooms.close();
    }
  };
  const prepared = await beside((rooms) => prepare(rooms, timers, spread), LONG_AGO);
  const server = (port: number, more: Environment = {}): WebProcess =>
    new WebProcess(port, { ...environment, ...more });
  return { database, prepared, server, beside };
}

async function prepare(rooms: INestApplicationContext, timers: number, spread: number): Promise<Set<number>> {
  const ground = await layGround(rooms);
  for (const { username, agency, roles } of MORE) {
    const agencyId = agencyOf(ground, agency);
    const person = { username, name: `Cán bộ ${username}`, position: 'Chuyên viên', agencyId };
    const grants = roles.map((role) => ({ role, agencyId }));
    await rooms
      .get(StaffService)
      .add({ ...person, password: DEMO_PASSWORD, passwordTemporary: false, grants });
  }
  const prepared = new Set<number>();
  for (let at = 0; at < timers; at++) prepared.add(await answered(rooms, ground, at));
  await spreadTimers(rooms, spread);
  return prepared;
}

/** Takes one item to its answer. @returns its id. */
async function answered(rooms: INestApplicationContext, ground: DemoGround, at: number): Promise<number> {
  const { INTAKE_OFFICER: clerk, HANDLER: handler, APPROVER: approver } = ground.actors;
  const words = { kind: 'REMARK', subject: 'ADMIN_ACT', title: `Việc cũ ${at}`, content: 'Đã lâu.' } as const;
  const where = { procedureId: null, fieldId: null, intakeAgencyId: agencyOf(ground, 'HG') };
  const who = { type: 'INDIVIDUAL', name: 'Nguyễn Văn Cũ', address: 'Xã Cũ', phone: '0912345678' } as const;
  const submitter = { ...who, email: `cu-${at}@dan.example` };
  const how = { channel: 'WEB', submissionKey: `prepared-${at}` } as const;
  const { id } = await rooms
    .get(SubmissionService)
    .submit({ ...words, ...where, ...how, submitter }, ANYBODY);
  const { number, day, signatory, body } = REPLY;
  const reply = { body, number, day, signatory, outcome: 'CONFIRMED_CORRECTED', criteria: null };
  const steps = rooms.get(FeedbackService);
  await steps.transition({ id, expectedVersion: 1 }, 'book', {}, clerk);
  await steps.transition({ id, expectedVersion: 2 }, 'start', {}, handler);
  await steps.transition({ id, expectedVersion: 3 }, 'draft', { reply }, handler);
  await steps.transition({ id, expectedVersion: 4 }, 'approve', {}, approver);
  return id;
}

/** Nothing is due before the clients begin; then a little all the time, so that kills find some under way. */
async function spreadTimers(rooms: INestApplicationContext, spread: number): Promise<void> {
  const random = new SeededRandom(1);
  await rooms.get(UnitOfWork).run(async (tx) => {
    for (const { id, runAt } of await tx.find(OutboxMessage))
      if (runAt < MORNING) await tx.update(OutboxMessage, { id }, { runAt: MORNING + random.below(spread) });
  });
}

function agencyOf({ agencies }: DemoGround, code: string): number {
  const agency = agencies.get(code);
  if (!agency) throw new Error(`the province has no agency ${code}`);
  return agency.id;
}

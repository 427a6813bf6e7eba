import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { LessThan } from 'typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { retention } from '../../feedback/retention.js';
import { clockOf } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { SettableClock } from '../../platform/kernel/clock.js';
import { SeededRandom } from '../../platform/kernel/random.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../platform/outbox/outbox-worker.js';
import { paths } from '../../platform/web/paths.js';
import type { Cli } from './cli-context.js';
import { DEMO_PASSWORD, hasDemo, layGround } from './demo/demo-ground.js';
import { demoPast } from './demo/demo-past.js';
import { FIXTURE } from './demo/fixture-plan.js';
import { busyDesk, demoOffice, layAbsence, layColleagues } from './demo/demo-office.js';
import { demoPresent } from './demo/demo-present.js';
import { layRules } from './demo/demo-rules.js';
import { layTemplates } from './demo/demo-templates.js';
import { DEMO } from './demo/demo-seed.js';
import { Player } from './demo/player.js';

const SEED = 2019;
/** When the played-back past has come to rest: every answer of 2019 has closed by itself. */
const AFTER_2019 = Date.parse('2019-06-17T08:00:00+07:00');

/** `demo`: the whole product with an invented province, thrown away at the end unless DATABASE_URL names a place. */
export function registerDemo(program: Command, cli: Cli): void {
  program
    .command('demo')
    .description('the product with example data, on a throw-away database unless DATABASE_URL is set')
    .addOption(
      new Option('--items <n>', 'so many more open items, to try a full desk').argParser(Number).hideHelp(),
    )
    .action(async ({ items = 0 }: { items?: number }) => {
      const folder = process.env.DATABASE_URL ? null : await mkdtemp(join(tmpdir(), 'lang-nghe-demo-'));
      if (folder !== null) process.env.DATABASE_URL = `sqlite:${join(folder, 'demo.sqlite')}`;
      // The people of the example are invented: nothing goes to a real server.
      delete process.env.SMTP_URL;
      const settings = cli.settings({ demo: true });
      await prepare(settings, cli, items);
      const app = await cli.serve(settings);
      for (const line of welcome(settings)) cli.print(line);
      await once(app.getHttpServer() as Server, 'close');
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    });
}

async function prepare(settings: Settings, cli: Cli, items: number): Promise<void> {
  const clock = new SettableClock(0);
  const rooms = await cli.boot(settings, clock);
  if (await hasDemo(rooms)) return;
  cli.progress('preparing the example data …');
  await playDemo(rooms, clock, clockOf(settings).now(), items);
}

/**
 * @param now epoch ms at which the example's present lies.
 * @param items more open ones than the example has, for whoever tries a full desk.
 */
export async function playDemo(
  rooms: INestApplicationContext,
  clock: SettableClock,
  now: number,
  items = 0,
): Promise<void> {
  clock.set(now);
  const random = new SeededRandom(SEED);
  const ground = await layGround(rooms);
  const calendar = await rooms.get(CalendarService).current();
  const player = new Player(rooms, clock);
  await player.play(demoPast(calendar, ground, random));
  await settleTimers(rooms);
  await keepThePast(rooms);
  await giveAddresses(rooms);
  await layRules(rooms, ground);
  await layTemplates(rooms, ground);
  const colleagues = await layColleagues(rooms, ground);
  const present = demoPresent(calendar, ground, random, now);
  const office = demoOffice(calendar, ground, colleagues, random, now);
  await player.play([...present, ...office, ...busyDesk(calendar, ground, random, now, items)]);
  clock.set(now);
  await layAbsence(rooms, ground, colleagues, dayOf(now));
  await workDue(rooms);
}

/** The past closed its answers at their own instants; its timers would find nothing to do. */
async function settleTimers(rooms: INestApplicationContext): Promise<void> {
  const past = { state: 'WAITING' as const, runAt: LessThan(AFTER_2019) };
  await rooms.get(UnitOfWork).run((tx) => tx.update(OutboxMessage, past, { state: 'DONE' }));
}

/** The example's people are invented, and its past of 2019 is there to be looked at. */
async function keepThePast(rooms: INestApplicationContext): Promise<void> {
  const { standard } = retention;
  const rule = { ...standard, years: { ...standard.years, CLOSED: 20 } };
  const by = { kind: 'operator' as const };
  await rooms.get(UnitOfWork).run((tx) => rooms.get(Choices).set(tx, retention, rule, by));
}

/** From now on the example's staff are told by mail as well. */
async function giveAddresses(rooms: INestApplicationContext): Promise<void> {
  await rooms.get(UnitOfWork).run(async (tx) => {
    for (const { username } of DEMO.accounts)
      await tx.update(Staff, { username }, { email: `${username}@hoagiang.example` });
  });
}

/** Timers share one unit of work, mails none. */
async function workDue(rooms: INestApplicationContext): Promise<void> {
  const worker = rooms.get(OutboxWorker);
  await rooms.get(UnitOfWork).run(async () => {
    while ((await worker.runDue('unit')) > 0);
  });
  while ((await worker.runDue('nothing')) > 0);
}

function welcome({ baseUrl, dataDir }: Settings): string[] {
  const fixture = `${paths.figures.to()}?from=${FIXTURE.from}&to=${FIXTURE.to}`;
  return [
    `citizen  ${baseUrl}/  -  -`,
    ...DEMO.accounts.map(
      ({ role, username }) =>
        `${role.toLowerCase()}  ${baseUrl}${paths.signIn.to()}  ${username}  ${DEMO_PASSWORD}`,
    ),
    `Số liệu 01/01–30/04/2019: ${baseUrl}${fixture}`,
    `Thư gửi đi: ${join(dataDir, 'mail')}`,
  ];
}

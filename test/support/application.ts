import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { PasswordService } from '../../src/accounts/password.service.js';
import { AppModule } from '../../src/app.module.js';
import { hasDemo, layGround, type DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { type Environment, Settings } from '../../src/platform/config/settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SettableClock } from '../../src/platform/kernel/clock.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { configureWeb } from '../../src/platform/web/configure-web.js';
import { BrowserAgent } from './browser-agent.js';
import { CheapPasswords } from './cheap-passwords.js';
import { aDatabase, type Engine, type TestDatabase } from './database.js';

/** A Tuesday in an ordinary working week; tests never depend on the hour at which they run. */
export const MORNING = Date.parse('2026-03-10T08:00:00+07:00');

/** The whole product on a database of its own, with a clock that stands until the test moves it. */
export interface TestApplication {
  readonly app: NestExpressApplication;
  readonly clock: SettableClock;
  /** The read-only source, to look behind the pages. */
  readonly reader: EntityManager;
  browser(): BrowserAgent;
  /** Works everything that is due at the clock's present. */
  runDue(): Promise<void>;
  write<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** The demo's invented province with one account for every role (password `DEMO_PASSWORD`); laid once. */
  province(): Promise<DemoGround>;
  /** A second process on the same database, by the same clock; closed before this one. */
  another(): Promise<TestApplication>;
  close(): Promise<void>;
}

/** @param more settings beside those that a test needs */
export async function anApplication(
  engine: Engine,
  now = MORNING,
  more: Environment = {},
): Promise<TestApplication> {
  return applicationOn(await aDatabase(engine), new SettableClock(now), true, more);
}

async function applicationOn(
  database: TestDatabase,
  clock: SettableClock,
  owns: boolean,
  more: Environment,
): Promise<TestApplication> {
  const environment = {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    STORAGE_DIR: database.folder,
    ...more,
  };
  const settings = Settings.from(environment, { demo: true });
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings, clock)] })
    .overrideProvider(PasswordService)
    .useClass(CheapPasswords)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: ['fatal'] });
  configureWeb(app);
  await app.init();
  let ground: Promise<DemoGround> | undefined;
  return {
    app,
    clock,
    reader: app.get(DataSource).manager,
    browser: () => new BrowserAgent(app.getHttpServer()),
    runDue: async () => {
      while ((await app.get(OutboxWorker).runDue()) > 0);
    },
    write: (fn) => app.get(UnitOfWork).run(fn),
    province: async () => {
      if (!ground && (await hasDemo(app))) throw new Error('the province was laid by somebody else');
      return (ground ??= layGround(app));
    },
    another: () => applicationOn(database, clock, false, more),
    close: async () => {
      await app.close();
      if (owns) await database.drop();
    },
  };
}

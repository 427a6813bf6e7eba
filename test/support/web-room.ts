import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { pino } from 'pino';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { AuditModule } from '../../src/platform/audit/audit.module.js';
import { ConfigModule } from '../../src/platform/config/config.module.js';
import { Log, PinoLog } from '../../src/platform/config/log.js';
import { Settings } from '../../src/platform/config/settings.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { I18nModule } from '../../src/platform/i18n/i18n.module.js';
import { InstallationModule } from '../../src/platform/installation/installation.module.js';
import { SettableClock } from '../../src/platform/kernel/clock.js';
import { configureWeb } from '../../src/platform/web/configure-web.js';
import { StorageModule } from '../../src/platform/storage/storage.module.js';
import { WebModule } from '../../src/platform/web/web.module.js';
import { WebSession } from '../../src/platform/web/web-session.entity.js';
import { BrowserAgent } from './browser-agent.js';
import { aDatabase, type Engine, type TestDatabase } from './database.js';
import { ProbeController, ProbeModule } from './probe-pages.js';

const OPTIONS = { bodyParser: false, logger: false as const };

/** The ground floor alone, with pages that do nothing: what every page of the product gets from it. */
export class WebRoom {
  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: SettableClock,
    /** What was logged. */
    readonly lines: string[],
    private readonly database: TestDatabase,
  ) {}

  static async open(engine: Engine, environment: Record<string, string> = {}): Promise<WebRoom> {
    const clock = new SettableClock(Date.parse('2026-11-20T08:00:00+07:00'));
    const lines: string[] = [];
    const database = await aDatabase(engine);
    const places = { DATABASE_URL: database.url, STORAGE_DIR: database.folder };
    const settings = Settings.from({ NODE_ENV: 'test', ...places, ...environment });
    const ground = [ConfigModule.forRoot(settings, clock), DatabaseModule.forRoot(database.target, ENTITIES)];
    const house = await Test.createTestingModule({
      imports: [
        ...ground,
        I18nModule,
        AuditModule,
        InstallationModule,
        StorageModule,
        WebModule,
        ProbeModule,
      ],
    })
      .overrideProvider(Log)
      .useValue(new PinoLog(pino({ level: 'info' }, { write: (line: string) => lines.push(line) })))
      .compile();
    const app = house.createNestApplication<NestExpressApplication>(OPTIONS);
    configureWeb(app);
    await app.listen(0);
    return new WebRoom(app, clock, lines, database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get probe(): ProbeController {
    return this.app.get(ProbeController);
  }

  /** A client without cookies and manners. */
  get raw(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  /** A browser with a form open. */
  async withForm(): Promise<BrowserAgent> {
    const agent = new BrowserAgent(this.app.getHttpServer());
    await agent.visit('/thu/don');
    return agent;
  }

  /** A browser at the desk. */
  async signedIn(): Promise<BrowserAgent> {
    const agent = await this.withForm();
    await agent.post('/thu/vao', body({ _csrf: agent.csrf }));
    return agent;
  }

  /** Rows of signed-in browsers, the last seen first. */
  sessions(): Promise<WebSession[]> {
    return this.app
      .get(DataSource)
      .getRepository(WebSession)
      .find({ order: { lastSeen: 'DESC' } });
  }
}

/** @returns the fields as a form sends them. */
export function body(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

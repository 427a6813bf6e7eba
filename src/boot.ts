import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Settings } from './platform/config/settings.js';
import type { Clock } from './platform/kernel/clock.js';
import { DomainError, UsageError } from './platform/kernel/errors.js';
import { Log } from './platform/config/log.js';
import { OutboxTimer } from './platform/outbox/outbox-timer.js';
import { configureWeb } from './platform/web/configure-web.js';
import { OpenRequests } from './platform/web/open-requests.js';

/** Files that the product makes hold what citizens wrote: readable by its own user alone. */
process.umask(0o077);

/** Faults at the start are thrown to whoever starts, who prints one line; the framework need not print them too. */
const QUIET = { logger: false as const, abortOnError: false };

/** The rooms without the web, migrations first: what commands work with. The caller closes it. */
export async function bootRooms(settings: Settings, clock?: Clock): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.forRoot(settings, clock), QUIET);
}

/** What is under way is finished within this long; a supervisor that kills after ten seconds finds nobody. Milliseconds. */
const REQUESTS_END = 8_000;
const EVERYTHING_ENDS = 9_500;

/** The product on its port: migrations, web, and the worker of the outbox. Ends on SIGINT and SIGTERM. */
export async function serveWeb(settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings), {
    ...QUIET,
    bodyParser: false, // the web room installs its own, with limits
  });
  app.useLogger(app.get(Log));
  configureWeb(app);
  endOnSignal(app);
  await app.listen(settings.port).catch((error: unknown) => {
    throw portFault(error, settings.port);
  });
  const log = app.get(Log);
  app.get(OutboxTimer).start((error) => {
    log.problem({ error: error instanceof Error ? error.name : 'unknown' }, 'outbox round failed');
  });
  return app;
}

/** The first signal counts; `npm` passes on what the terminal has sent already. */
function endOnSignal(app: NestExpressApplication): void {
  const requests = new OpenRequests(app.getHttpServer());
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void (ending ??= end(app, requests)));
  }
}

/** Requests and the outbox's rounds first, since both need the database; then everything else. */
async function end(app: NestExpressApplication, requests: OpenRequests): Promise<void> {
  const log = app.get(Log);
  // Whatever hangs now has written nothing, or will be found by the next start: as after a power cut.
  setTimeout(() => {
    log.problem({}, 'ended before everything was finished');
    process.exit();
  }, EVERYTHING_ENDS).unref();
  const rounds = app.get(OutboxTimer).stop();
  const cut = await requests.end(REQUESTS_END);
  if (cut > 0) log.problem({ requests: cut }, 'requests were cut off at the end');
  await rounds;
  await app.close();
}

function portFault(error: unknown, port: number): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return new UsageError(`PORT: ${port} is in use by another program`);
  return code === 'EACCES' ? new UsageError(`PORT: ${port} may not be opened by this user`) : error;
}

/** Runs a program's main; what a person can mend is one line, everything else keeps its trace. Exits non-zero. */
export async function orExplain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const plain = error instanceof UsageError || error instanceof DomainError;
    process.stderr.write(`${plain ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
}

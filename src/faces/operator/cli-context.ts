import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import type { Settings } from '../../platform/config/settings.js';
import type { Clock } from '../../platform/kernel/clock.js';

/** What a command gets: the rooms, and where its lines go. */
export interface Cli {
  /** Reads the settings from the environment. @throws UsageError that names the wrong one. */
  settings(options?: { demo?: boolean }): Settings;
  /** Starts the rooms without the web, migrations first; they are closed when the command has ended. */
  boot(settings?: Settings, clock?: Clock): Promise<INestApplicationContext>;
  /** Starts the whole product on its port. */
  serve(settings: Settings): Promise<INestApplication>;
  /** A line of the result, on stdout. */
  print(line: string): void;
  /** A line about how far it is, on stderr, so that results can be piped. */
  progress(line: string): void;
}

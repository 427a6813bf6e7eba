import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Settings } from './settings.js';

export type LogFields = Readonly<Record<string, unknown>>;

/** Lines of JSON on standard output, without personal data: keys, numbers, kinds of errors, never what people typed. */
export abstract class Log implements LoggerService {
  /** The line writer below, for pino-http. */
  abstract readonly pino: Logger;
  abstract note(fields: LogFields, message: string): void;
  abstract problem(fields: LogFields, message: string): void;

  /** From here on: Nest's own logger interface, `app.useLogger(log)`. */
  log(message: unknown, context?: unknown): void {
    // Nest tells of every route and module at the start; one line of our own says that it serves.
    this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.pino.error({ context, stack }, String(message));
  }

  fatal(message: unknown, context?: unknown): void {
    this.pino.fatal({ context }, String(message));
  }
}

export class PinoLog extends Log {
  constructor(readonly pino: Logger) {
    super();
  }

  static of(settings: Pick<Settings, 'logLevel'>): PinoLog {
    return new PinoLog(
      pino({ level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }),
    );
  }

  note(fields: LogFields, message: string): void {
    this.pino.info(fields, message);
  }

  problem(fields: LogFields, message: string): void {
    this.pino.error(fields, message);
  }
}

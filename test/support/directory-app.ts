import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CalendarModule } from '../../src/calendar/calendar.module.js';
import { DirectoryModule } from '../../src/directory/directory.module.js';
import { ENTITIES } from '../../src/entities.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { Clock, SettableClock } from '../../src/platform/kernel/clock.js';
import type { TestDatabase } from './database.js';

const QUIET = { logger: ['error', 'fatal'] as ('error' | 'fatal')[], abortOnError: false };

@Global()
@Module({})
class ClockModule {}

@Module({})
class Foundations {}

/** The foundations alone, on a real database: for what needs no page. The clock stands at noon, 20/11/2026. */
export function bootFoundations({ target }: TestDatabase): Promise<INestApplicationContext> {
  const clock = {
    module: ClockModule,
    providers: [{ provide: Clock, useValue: new SettableClock(Date.parse('2026-11-20T05:00:00Z')) }],
    exports: [Clock],
  };
  const database = DatabaseModule.forRoot(target, ENTITIES);
  const rooms = { module: Foundations, imports: [clock, database, DirectoryModule, CalendarModule] };
  return NestFactory.createApplicationContext(rooms, QUIET);
}

import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CalendarModule } from '../../src/calendar/calendar.module.js';
import { DirectoryModule } from '../../src/directory/directory.module.js';
import { ENTITIES } from '../../src/entities.js';
import { AuditModule } from '../../src/platform/audit/audit.module.js';
import { ConfigModule } from '../../src/platform/config/config.module.js';
import { Settings } from '../../src/platform/config/settings.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { SettableClock } from '../../src/platform/kernel/clock.js';
import { OutboxModule } from '../../src/platform/outbox/outbox.module.js';
import { StorageModule } from '../../src/platform/storage/storage.module.js';
import type { TestDatabase } from './database.js';

const QUIET = { logger: ['error', 'fatal'] as ('error' | 'fatal')[], abortOnError: false };

@Module({})
class Foundations {}

/** The foundations alone, on a real database: for what needs no page. The clock stands at noon, 20/11/2026. */
export function bootFoundations({ target, url, folder }: TestDatabase): Promise<INestApplicationContext> {
  const environment = { NODE_ENV: 'test', DATABASE_URL: url, STORAGE_DIR: folder };
  const clock = new SettableClock(Date.parse('2026-11-20T05:00:00Z'));
  const config = ConfigModule.forRoot(Settings.from(environment, { demo: true }), clock);
  const database = DatabaseModule.forRoot(target, ENTITIES);
  const platform = [config, database, AuditModule, OutboxModule, StorageModule];
  const rooms = { module: Foundations, imports: [...platform, DirectoryModule, CalendarModule] };
  return NestFactory.createApplicationContext(rooms, QUIET);
}

import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Outbox } from './outbox.js';
import { OutboxHandlers } from './outbox-handlers.js';
import { OutboxRows } from './outbox-rows.js';
import { OutboxTimer } from './outbox-timer.js';
import { OutboxTroubles } from './outbox-troubles.service.js';
import { OutboxWorker } from './outbox-worker.js';
import { SweepDone } from './sweep-done.timer.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, OutboxHandlers, OutboxRows, OutboxWorker, OutboxTimer, OutboxTroubles, SweepDone],
  exports: [Outbox, OutboxHandlers, OutboxWorker, OutboxTimer, OutboxTroubles],
})
export class OutboxModule {}

import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Outbox } from './outbox.js';
import { OutboxTimer } from './outbox-timer.js';
import { OutboxWorker } from './outbox-worker.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, OutboxWorker, OutboxTimer],
  exports: [Outbox, OutboxWorker, OutboxTimer],
})
export class OutboxModule {}

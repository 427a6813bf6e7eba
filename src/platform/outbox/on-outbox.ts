import { DiscoveryService } from '@nestjs/core';
import type { OutboxMessage } from './outbox-message.entity.js';

/**
 * Marks the provider that works a topic. `within: 'unit'` runs it in the unit of work that also marks the row done:
 * its writes happen exactly once. `within: 'nothing'` is for the network: it may be repeated after a crash.
 */
export const OnOutbox = DiscoveryService.createDecorator<{ topic: string; within: 'unit' | 'nothing' }>();

export interface OutboxHandler {
  handle(message: OutboxMessage): Promise<void>;
}

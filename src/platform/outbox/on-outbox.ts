import { DiscoveryService } from '@nestjs/core';
import type { OutboxMessage } from './outbox-message.entity.js';

/** `unit`: in the unit of work that also marks the row done. `nothing`: outside any, for the network. */
export type Within = 'unit' | 'nothing';

/**
 * Marks the provider that works a topic. `within: 'unit'` runs it in the unit of work that also marks the row done:
 * its writes happen exactly once. `within: 'nothing'` is for the network: each try is written down before it begins,
 * so that a row whose process died while it was worked is tried once more and then parked for a person.
 */
export const OnOutbox = DiscoveryService.createDecorator<{ topic: string; within: Within }>();

export interface OutboxHandler {
  /** @throws PermanentFault parks the row at once; any other error is tried again later. */
  handle(message: OutboxMessage): Promise<void>;
}

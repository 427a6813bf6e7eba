import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { Feedback } from './feedback.entity.js';
import type { JournalEntry } from './journal-entry.entity.js';

/**
 * Marks a provider that is told of every journal entry, in the same transaction, in ascending `order`.
 * A throw rolls everything back. `feedback` imports none of them: they are found at bootstrap.
 */
export const OnJournalEntry = DiscoveryService.createDecorator<{ order: number }>();

export interface JournalListener {
  /** Runs inside the unit of work: no network, no file; may run again on PostgreSQL. */
  onJournalEntry(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void>;
}

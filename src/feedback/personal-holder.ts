import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { Feedback } from './feedback.entity.js';

/** What one holder has erased of one item. */
export interface ErasedPart {
  /** Records emptied or removed. */
  readonly count: number;
  /** What lies outside the database, to be removed once it is committed; done again by nobody, so it may miss. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * Marks a provider that knows one kind of personal data of an item, in whatever room it lies: it is asked to erase it,
 * in the unit of work of the erasure. `feedback` imports none of them: they are found at bootstrap.
 */
export const HoldsPersonalData = DiscoveryService.createDecorator<{ kind: string }>();

export interface PersonalHolder {
  /** Leaves rows that others refer to, emptied; may run again on PostgreSQL. */
  erase(tx: EntityManager, item: Feedback): Promise<ErasedPart>;
}

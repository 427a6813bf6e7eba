import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { Feedback } from './feedback.entity.js';
import type { JournalEntry } from './journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from './on-journal-entry.js';

/** Tells the listeners of the journal, one after the other in their fixed order. */
@Injectable()
export class JournalListeners implements OnApplicationBootstrap {
  private listeners: JournalListener[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const orderOf = (wrapper: ReturnType<DiscoveryService['getProviders']>[number]): number =>
      this.discovery.getMetadataByDecorator(OnJournalEntry, wrapper)?.order ?? 0;
    this.listeners = this.discovery
      .getProviders({ metadataKey: OnJournalEntry.KEY })
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((wrapper) => wrapper.instance as JournalListener);
  }

  /** @returns the listeners' class names in order, for the test that pins them. */
  names(): string[] {
    return this.listeners.map((listener) => listener.constructor.name);
  }

  async tell(entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    for (const listener of this.listeners) await listener.onJournalEntry(entry, item, tx);
  }
}

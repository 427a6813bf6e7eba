import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type OutboxHandler, OnOutbox, type Within } from './on-outbox.js';

interface Registered {
  readonly handler: OutboxHandler;
  readonly within: Within;
}

/** Who works which topic. */
@Injectable()
export class OutboxHandlers implements OnApplicationBootstrap {
  private readonly registered = new Map<string, Registered>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: OnOutbox.KEY })) {
      const mark = this.discovery.getMetadataByDecorator(OnOutbox, wrapper);
      if (mark)
        this.registered.set(mark.topic, { handler: wrapper.instance as OutboxHandler, within: mark.within });
    }
  }

  /** @throws Error for a topic that nobody works. */
  of(topic: string): OutboxHandler {
    const registered = this.registered.get(topic);
    if (!registered) throw new Error(`nobody works the topic ${topic}`);
    return registered.handler;
  }

  /** @returns the topics whose handlers reach outside: everything else belongs to the units of work. */
  outside(): string[] {
    return [...this.registered].filter(([, { within }]) => within === 'nothing').map(([topic]) => topic);
  }
}

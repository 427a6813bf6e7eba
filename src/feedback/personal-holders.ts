import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { ErasedCounts } from './erasure.entity.js';
import type { Feedback } from './feedback.entity.js';
import { HoldsPersonalData, type PersonalHolder } from './personal-holder.js';

export interface ErasedParts {
  readonly counts: ErasedCounts;
  readonly afterwards: readonly (() => Promise<void>)[];
}

/** Everybody who holds something personal of an item. */
@Injectable()
export class PersonalHolders implements OnApplicationBootstrap {
  private readonly holders = new Map<string, PersonalHolder>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: HoldsPersonalData.KEY })) {
      const mark = this.discovery.getMetadataByDecorator(HoldsPersonalData, wrapper);
      if (mark) this.holders.set(mark.kind, wrapper.instance as PersonalHolder);
    }
  }

  /** @returns the kinds of data, in the order of the alphabet: the certificate lists them. */
  kinds(): string[] {
    return [...this.holders.keys()].sort();
  }

  async erase(tx: EntityManager, item: Feedback): Promise<ErasedParts> {
    const counts: Record<string, number> = {};
    const afterwards: (() => Promise<void>)[] = [];
    for (const kind of this.kinds()) {
      const part = await this.holders.get(kind)?.erase(tx, item);
      counts[kind] = part?.count ?? 0;
      if (part?.afterwards) afterwards.push(part.afterwards);
    }
    return { counts, afterwards };
  }
}

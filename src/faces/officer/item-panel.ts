import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Say } from './say.js';
import type { VisibleItem } from './visible-item.query.js';

/** Where a panel stands on an officer's item: beside the words, or among the facts; small orders first. */
export interface PanelPlace {
  readonly place: 'main' | 'side';
  readonly order: number;
}

/** A template (`officer/panel-<name>`) and what it prints; `@root` gives it the page. */
export interface PanelView {
  readonly partial: string;
  readonly model: object;
}

/**
 * Marks a provider that adds a panel to the officer's item: files, notes, a proposal. One file a panel, found at
 * bootstrap, so that a new one touches nobody else's.
 */
export const OnItemPage = DiscoveryService.createDecorator<PanelPlace>();

export interface ItemPanel {
  /** @returns null where this item has nothing to show there, or this person may not see it. */
  view(visible: VisibleItem, actor: StaffActor, say: Say): Promise<PanelView | null>;
}

export type PanelViews = Readonly<Record<PanelPlace['place'], readonly PanelView[]>>;

/** Asks the panels for their views, in their order. */
@Injectable()
export class ItemPanels implements OnApplicationBootstrap {
  private panels: { readonly at: PanelPlace; readonly panel: ItemPanel }[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    this.panels = this.discovery
      .getProviders({ metadataKey: OnItemPage.KEY })
      .flatMap((wrapper) => {
        const at = this.discovery.getMetadataByDecorator(OnItemPage, wrapper);
        return at ? [{ at, panel: wrapper.instance as ItemPanel }] : [];
      })
      .sort((a, b) => a.at.order - b.at.order);
  }

  async views(visible: VisibleItem, actor: StaffActor, say: Say): Promise<PanelViews> {
    const shown: Record<PanelPlace['place'], PanelView[]> = { main: [], side: [] };
    for (const { at, panel } of this.panels) {
      const view = await panel.view(visible, actor, say);
      if (view) shown[at.place].push(view);
    }
    return shown;
  }
}

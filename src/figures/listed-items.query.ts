import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Actor } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { whereVisible } from '../feedback/policy.js';
import type { Hit } from './hit.js';

/** One line of the list behind a number. */
export interface ListedItem {
  readonly hit: Hit;
  /** When the entry counted was recorded, epoch ms. */
  readonly recordedAt: number;
  /** The item as it stands now; null where this person may not see it (any more): the line still counts. */
  readonly item: Feedback | null;
}

/** Loads the items behind a page of hits, those alone that the actor may see. */
@Injectable()
export class ListedItems {
  constructor(
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    @InjectRepository(JournalEntry) private readonly journal: Repository<JournalEntry>,
  ) {}

  /** @param hits one page of them; the lines come in their order, one for each. */
  async lines(hits: readonly Hit[], actor: Actor): Promise<ListedItem[]> {
    if (hits.length === 0) return [];
    const [items, entries] = [await this.visible(hits, actor), await this.entries(hits)];
    return hits.map((hit) => ({
      hit,
      recordedAt: entries.get(hit.entryId)?.recordedAt ?? 0,
      item: items.get(hit.feedbackId) ?? null,
    }));
  }

  private async visible(hits: readonly Hit[], actor: Actor): Promise<Map<number, Feedback>> {
    const ids = [...new Set(hits.map(({ feedbackId }) => feedbackId))];
    const query = this.items
      .createQueryBuilder('item')
      .innerJoinAndSelect('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .where('item.id IN (:...ids)', { ids });
    whereVisible(query, 'item', actor);
    return new Map((await query.getMany()).map((item) => [item.id, item]));
  }

  private async entries(hits: readonly Hit[]): Promise<Map<number, JournalEntry>> {
    const found = await this.journal.find({
      select: { id: true, recordedAt: true },
      where: { id: In(hits.map(({ entryId }) => entryId)) },
    });
    return new Map(found.map((entry) => [entry.id, entry]));
  }
}

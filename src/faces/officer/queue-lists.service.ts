import { Injectable } from '@nestjs/common';
import type { SavedFilter } from '../../handling/saved-filter.entity.js';
import { SavedFilters } from '../../handling/saved-filters.service.js';
import { parseQuery } from './queue-address.js';
import type { DeskContext } from './queue-condition.js';
import { QueueReader, type ReadQueue } from './queue-reader.service.js';
import { type Tally, QueueTally } from './queue-tally.query.js';
import type { QueueTab } from './queue-tab.js';

export interface CountedTab {
  readonly tab: QueueTab;
  /** Null where nobody asks how long the list is: of what has ended, only the list that is open is counted. */
  readonly tally: Tally | null;
}

export interface CountedFilter {
  readonly filter: SavedFilter;
  readonly tally: Tally;
}

/** The lists beside the rows, with their lengths. */
@Injectable()
export class QueueLists {
  constructor(
    private readonly tally: QueueTally,
    private readonly saved: SavedFilters,
    private readonly reader: QueueReader,
  ) {}

  /** The counts on the lists ask the same question as the rows do. */
  async tabs({ question, offered }: ReadQueue, desk: DeskContext): Promise<CountedTab[]> {
    const counted = offered.filter((tab) => tab.group !== 'archive' || tab === question.tab);
    const tallies = await this.tally.of(
      counted.map((tab) => ({ ...question, tab })),
      desk,
    );
    return offered.map((tab) => ({ tab, tally: tallies[counted.indexOf(tab)] ?? null }));
  }

  /** A kept query is read as any address is: what it may not name any more narrows nothing. */
  async filters(desk: DeskContext): Promise<CountedFilter[]> {
    const filters = await this.saved.of(desk.actor.staffId);
    const read = await Promise.all(
      filters.map(({ query }) => this.reader.read(parseQuery(query), desk.actor)),
    );
    const tallies = await this.tally.of(
      read.map(({ question }) => question),
      desk,
    );
    return filters.map((filter, i) => ({ filter, tally: tallies[i] ?? { count: 0, more: false } }));
  }

  /** @returns how many overdue items of the list are not booked yet. */
  unbooked({ question, offered }: ReadQueue, desk: DeskContext): Promise<number> {
    const tab = offered.find(({ name }) => name === 'overdue');
    return tab ? this.tally.unbookedOverdue({ ...question, tab }, desk) : Promise.resolve(0);
  }
}

import { type CivilDay, startOfDay } from '../../src/platform/kernel/civil-day.js';
import type { FigureEntry } from '../../src/figures/figure-entry.js';

/** What an entry may change of the item; the rest stays as it was. */
export type Change = Partial<Omit<FigureEntry, 'id' | 'feedbackId' | 'seq' | 'recordedAt' | 'action'>>;

const BLANK = {
  toState: 'SUBMITTED',
  agencyId: 1,
  subject: 'ADMIN_ACT',
  fieldId: null as number | null,
  dueDay: '2100-01-01',
  plainDueDay: '2100-01-01',
  publication: 'NONE',
  rating: null as string | null,
};

/** Chains of entries as the journal would hold them, without a database. */
export class FigureHistory {
  readonly items: ItemHistory[] = [];
  private nextId = 1;

  item(): ItemHistory {
    const item = new ItemHistory(
      this.items.length + 1,
      () => this.nextId++,
      () => this.item(),
    );
    this.items.push(item);
    return item;
  }

  /** Every item's entries recorded before the instant, as the scan of the journal gives them. */
  chainsBefore(instant: number): FigureEntry[][] {
    const chains = this.items.map(({ chain }) => chain.filter((entry) => entry.recordedAt < instant));
    return chains.filter((chain) => chain.length > 0);
  }
}

export class ItemHistory {
  readonly chain: FigureEntry[] = [];

  constructor(
    private readonly feedbackId: number,
    private readonly nextId: () => number,
    /** Another item of the same history. */
    private readonly sibling: () => ItemHistory,
  ) {}

  get last(): FigureEntry | undefined {
    return this.chain.at(-1);
  }

  /** @param at epoch ms, or a day: noon of it in Vietnam. */
  record(action: string, at: number | CivilDay, change: Change = {}): this {
    const recordedAt = typeof at === 'number' ? at : startOfDay(at) + 12 * 3_600_000;
    const { last } = this;
    const seq = (last?.seq ?? 0) + 1;
    this.chain.push({
      ...BLANK,
      ...last,
      ...change,
      id: this.nextId(),
      feedbackId: this.feedbackId,
      seq,
      recordedAt,
      action,
    });
    return this;
  }

  /** Splits a part off: an item of its own with the due day of this one, booked where this one is. @returns the part. */
  split(at: number, subject: string): ItemHistory {
    const { last } = this.record('split', at);
    const { agencyId = 1, fieldId = null, dueDay = '', plainDueDay = '' } = last ?? {};
    const part = this.sibling().record('submit', at, { agencyId, fieldId, dueDay, plainDueDay, subject });
    const booked = this.chain.some(({ action }) => action === 'book');
    return booked ? part.record('book', at, { toState: 'RECEIVED' }) : part;
  }
}

import { dayOf } from '../../src/platform/kernel/civil-day.js';
import type { FigureEntry } from '../../src/figures/figure-entry.js';

interface Span {
  readonly from: number;
  readonly until: number;
  readonly dayOfT: string;
}
interface Cell {
  readonly agencies: ReadonlySet<number>;
  readonly cut: 'none' | 'field' | 'subject';
  readonly key: string | undefined;
}
interface Ref {
  readonly feedbackId: number;
  readonly entryId: number;
  readonly weight: number;
}
type Chain = readonly FigureEntry[];

/**
 * The columns a second time, written from the text of domain.md §4.1 alone: slow, over raw entries, sharing nothing
 * with the definitions. An item's standing at an instant is its last entry recorded before it.
 */
export function naiveList(column: string, items: readonly { chain: Chain }[], span: Span, cell: Cell): Ref[] {
  return items.flatMap(({ chain }) => new NaiveItem(chain, span, cell).list(column));
}

const LEAVING: Record<string, string> = {
  '18b': 'MERGED',
  '18c': 'REDIRECTED',
  '18d': 'WITHDRAWN',
  '18e': 'REFUSED',
};
const BEFORE: Record<string, string> = {
  '19': 'REFUSED',
  '20': 'REDIRECTED',
  '21b': 'MERGED',
  '21c': 'WITHDRAWN',
};
const SUBJECT_OF: Record<string, string> = {
  '2': 'ADMIN_ACT',
  '3': 'ADMIN_REGULATION',
  '4': 'BOTH',
  '8': 'ADMIN_ACT',
  '9': 'ADMIN_REGULATION',
  '10': 'BOTH',
};

class NaiveItem {
  constructor(
    private readonly chain: Chain,
    private readonly span: Span,
    private readonly cell: Cell,
  ) {}

  list(column: string): Ref[] {
    if (column === '1') return [...this.list('7'), ...this.list('14')];
    if (column === '18') return ['18a', ...Object.keys(LEAVING), '18g'].flatMap((line) => this.list(line));
    if (column === '17b') return this.published();
    const entry = this.itemOf(column);
    if (entry !== undefined) return entry && this.inCell(entry) ? [ref(entry)] : [];
    return this.inPeriod()
      .filter((e) => this.isEntryOf(column, e))
      .map(ref);
  }

  /** Columns that are sets: the entry that puts the item there, null when it is not there, undefined for the others. */
  private itemOf(column: string): FigureEntry | null | undefined {
    const { until, from } = this.span;
    const answer = this.answerAt(until);
    const seven = answer && answer.recordedAt >= from ? answer : null;
    const pending = this.pendingAt(until);
    const last = this.at(until);
    if (column === '5') return this.pendingAt(from);
    if (column === '7') return seven;
    if (column === '14') return pending;
    if (['2', '3', '4'].includes(column))
      return last?.subject === SUBJECT_OF[column] ? (seven ?? pending) : null;
    if (['8', '9', '10'].includes(column)) return seven?.subject === SUBJECT_OF[column] ? seven : null;
    if (column === '11') return seven && dayOf(seven.recordedAt) < seven.dueDay ? seven : null;
    if (column === '12') return seven && dayOf(seven.recordedAt) === seven.dueDay ? seven : null;
    if (column === '13') return seven && dayOf(seven.recordedAt) > seven.dueDay ? seven : null;
    if (column === '12a')
      return seven && !(dayOf(seven.recordedAt) > seven.dueDay) && dayOf(seven.recordedAt) > seven.plainDueDay
        ? seven
        : null;
    if (column === '15') return pending && !this.overdue() ? pending : null;
    if (column === '16') return pending && this.overdue() ? pending : null;
    if (column === '17') return seven && last?.publication === 'PUBLISHED' ? seven : null;
    if (column === '24a') return seven && this.ratingOf(seven) === 'DISSATISFIED' ? seven : null;
    if (column === '24b') return seven && this.ratingOf(seven) ? seven : null;
    if (column === '21')
      return last && !this.bookedAt(until) && ['SUBMITTED', 'NEEDS_INFO'].includes(last.toState)
        ? last
        : null;
    return undefined;
  }

  private isEntryOf(column: string, e: FigureEntry): boolean {
    const previous = this.chain.find(({ seq }) => seq === e.seq - 1);
    if (!previous) return column === '21a' && this.inCell(e);
    const booked = this.bookedAt(e.recordedAt, e.seq);
    const transfer =
      booked &&
      ['forward', 'return', 'reassign', 'toSuperior', 'succeed'].includes(e.action) &&
      previous.agencyId !== e.agencyId;
    if (column === '6a') return e.action === 'book' && this.inCell(e);
    if (column === '6b') return transfer && this.inCell(e);
    if (column === '18a') return transfer && this.inCell(previous);
    if (column === '6d')
      return booked && e.action === 'reclassify' && this.keyOf(previous) !== this.keyOf(e) && this.inCell(e);
    if (column === '18g')
      return (
        booked && e.action === 'reclassify' && this.keyOf(previous) !== this.keyOf(e) && this.inCell(previous)
      );
    if (column === '6c')
      return (
        e.action === 'reopen' && this.undoneBy(e).recordedAt < this.span.from && this.inCell(this.undoneBy(e))
      );
    if (column in LEAVING) return booked && e.toState === LEAVING[column] && this.inCell(previous);
    if (column in BEFORE) return !booked && e.toState === BEFORE[column] && this.inCell(previous);
    const moved = !booked && ['reassign', 'reclassify', 'toSuperior', 'succeed'].includes(e.action);
    const elsewhere = moved && (previous.agencyId !== e.agencyId || this.keyOf(previous) !== this.keyOf(e));
    if (column === '21d') return elsewhere && this.inCell(e);
    if (column === '21e') return elsewhere && this.inCell(previous);
    return false;
  }

  private published(): Ref[] {
    return this.inPeriod().flatMap((e) => {
      const was = this.chain.find(({ seq }) => seq === e.seq - 1)?.publication === 'PUBLISHED';
      const is = e.publication === 'PUBLISHED';
      return was !== is && this.inCell(e) ? [{ ...ref(e), weight: is ? 1 : -1 }] : [];
    });
  }

  /** Overdue at T; while paused, whether it was so on the day the pause began. */
  private overdue(): boolean {
    const last = this.at(this.span.until);
    if (last?.toState !== 'NEEDS_INFO') return (last?.dueDay ?? '') < this.span.dayOfT;
    const before = this.chain.filter(({ seq, toState }) => seq < last.seq && toState !== 'NEEDS_INFO').at(-1);
    const pause = this.chain.find(({ seq }) => seq === (before?.seq ?? 0) + 1);
    // A calendar that moved the due day meanwhile tells the pause's story anew.
    return pause !== undefined && dayOf(pause.recordedAt) > last.dueDay;
  }

  private ratingOf(answer: FigureEntry): string | null {
    const rates = this.chain.filter(
      (e) => e.action === 'rate' && e.seq > answer.seq && e.recordedAt < this.span.until,
    );
    return rates.at(-1)?.rating ?? null;
  }

  private at(instant: number): FigureEntry | undefined {
    return this.chain.filter((e) => e.recordedAt < instant).at(-1);
  }

  private bookedAt(instant: number, beforeSeq = Number.POSITIVE_INFINITY): boolean {
    const counted = (e: FigureEntry): boolean =>
      beforeSeq === Number.POSITIVE_INFINITY ? e.recordedAt < instant : e.seq < beforeSeq;
    return this.chain.some((e) => e.action === 'book' && counted(e));
  }

  private pendingAt(instant: number): FigureEntry | null {
    const last = this.at(instant);
    const open = ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'AWAITING_APPROVAL', 'NEEDS_INFO'];
    return last && this.bookedAt(instant) && open.includes(last.toState) ? last : null;
  }

  private answerAt(instant: number): FigureEntry | null {
    const seen = this.chain.filter((e) => e.recordedAt < instant);
    const answers = seen.filter(
      (e) => e.action === 'approve' && !seen.some((r) => r.action === 'reopen' && r.seq > e.seq),
    );
    return answers.at(-1) ?? null;
  }

  private undoneBy(reopen: FigureEntry): FigureEntry {
    return this.chain.filter((e) => e.action === 'approve' && e.seq < reopen.seq).at(-1) ?? reopen;
  }

  private inPeriod(): FigureEntry[] {
    return this.chain.filter((e) => e.recordedAt >= this.span.from && e.recordedAt < this.span.until);
  }

  private keyOf(entry: FigureEntry): string {
    if (this.cell.cut === 'none') return '';
    return this.cell.cut === 'subject' ? entry.subject : String(entry.fieldId ?? '');
  }

  private inCell(entry: FigureEntry): boolean {
    return (
      this.cell.agencies.has(entry.agencyId) &&
      (this.cell.key === undefined || this.keyOf(entry) === this.cell.key)
    );
  }
}

function ref(entry: FigureEntry): Ref {
  return { feedbackId: entry.feedbackId, entryId: entry.id, weight: 1 };
}

import { REGULATION_OUTCOMES, type Subject } from '../feedback/classification.js';

/** So many items about one procedure or field, of one subject, with one outcome (null: not answered yet). */
export interface CriticisedCount {
  readonly id: number | null;
  readonly subject: Subject;
  readonly outcome: string | null;
  readonly count: number;
}

export interface Criticised {
  /** Null for what names no procedure, or no field. */
  readonly id: number | null;
  readonly code: string;
  readonly name: string;
  readonly total: number;
  /** About the regulation alone, and about a regulation and an act. */
  readonly regulation: number;
  readonly both: number;
  /** Each outcome of Đ.15 NĐ 20/2008/NĐ-CP and of practice, in their fixed order. */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  /** Answered about the act in it, with an outcome of acts. */
  readonly otherOutcomes: number;
  readonly unanswered: number;
}

const byName = new Intl.Collator('vi');
const REGULATION: readonly string[] = REGULATION_OUTCOMES;

/** Sums up; the most criticised first, equal ones as Vietnamese sort. Every row: total = regulation + both = outcomes + other + unanswered. */
export function criticisedRows(
  counts: readonly CriticisedCount[],
  names: ReadonlyMap<number, { code: string; name: string }>,
): Criticised[] {
  const groups = new Map<number | null, CriticisedCount[]>();
  for (const count of counts) groups.set(count.id, [...(groups.get(count.id) ?? []), count]);
  return [...groups]
    .map(([id, group]) => ({
      id,
      code: '',
      name: '',
      ...(id === null ? {} : names.get(id)),
      ...sumsOf(group),
    }))
    .sort((a, b) => b.total - a.total || byName.compare(a.name, b.name));
}

function sumsOf(group: readonly CriticisedCount[]): Omit<Criticised, 'id' | 'code' | 'name'> {
  const sum = (fits: (count: CriticisedCount) => boolean): number =>
    group.filter(fits).reduce((total, { count }) => total + count, 0);
  return {
    total: sum(() => true),
    regulation: sum(({ subject }) => subject === 'ADMIN_REGULATION'),
    both: sum(({ subject }) => subject === 'BOTH'),
    outcomes: REGULATION.map((outcome) => ({ outcome, count: sum((one) => one.outcome === outcome) })),
    otherOutcomes: sum(({ outcome }) => outcome !== null && !REGULATION.includes(outcome)),
    unanswered: sum(({ outcome }) => outcome === null),
  };
}

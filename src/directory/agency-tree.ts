import type { CivilDay } from '../platform/kernel/civil-day.js';
import { TreeAtDay } from './tree-at-day.js';

/** What the tree needs to know of an agency; alive in [validFrom, validTo). */
export interface TreeAgency {
  readonly id: number;
  readonly validFrom: CivilDay;
  readonly validTo: CivilDay | null;
  readonly successorId: number | null;
}

/** Where an agency stood in [validFrom, validTo). */
export interface TreePlacement {
  readonly agencyId: number;
  readonly parentId: number | null;
  readonly validFrom: CivilDay;
  readonly validTo: CivilDay | null;
}

const KEPT = 8;

/**
 * Agencies as a tree in time. On a given day every agency that has begun stands in exactly one place; an
 * abolished one stays under its last parent, so that its old figures still roll up somewhere.
 */
export class AgencyTree {
  private readonly agencies: ReadonlyMap<number, TreeAgency>;
  private readonly placements: ReadonlyMap<number, readonly TreePlacement[]>;
  private readonly built = new Map<CivilDay, TreeAtDay>();

  constructor(agencies: readonly TreeAgency[], placements: readonly TreePlacement[]) {
    this.agencies = new Map(agencies.map((agency) => [agency.id, agency]));
    const inOrder = [...placements].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
    const byAgency = new Map<number, TreePlacement[]>();
    for (const placement of inOrder) {
      const own = byAgency.get(placement.agencyId);
      if (own) own.push(placement);
      else byAgency.set(placement.agencyId, [placement]);
    }
    this.placements = byAgency;
  }

  /** @returns the tree as it stood on that day; the last few days asked for are kept. */
  at(day: CivilDay): TreeAtDay {
    const kept = this.built.get(day);
    if (kept) return kept;
    const tree = this.build(day);
    const oldest = this.built.size >= KEPT ? this.built.keys().next().value : undefined;
    if (oldest !== undefined) this.built.delete(oldest);
    this.built.set(day, tree);
    return tree;
  }

  isAlive(id: number, day: CivilDay): boolean {
    const agency = this.agencies.get(id);
    return (
      agency !== undefined && agency.validFrom <= day && (agency.validTo === null || agency.validTo > day)
    );
  }

  /** @returns the agency at the end of the chain of successors, itself when it has none; cycles end the chain. */
  successorOf(id: number): number {
    const seen = new Set<number>();
    let last = id;
    for (let next: number | null = id; next !== null && !seen.has(next);) {
      seen.add(next);
      last = next;
      next = this.agencies.get(next)?.successorId ?? null;
    }
    return last;
  }

  private build(day: CivilDay): TreeAtDay {
    const begun = [...this.agencies.values()].filter((agency) => agency.validFrom <= day);
    const parents = new Map(begun.map((agency) => [agency.id, this.parentOn(agency.id, day)]));
    const alive = new Set(begun.filter((agency) => this.isAlive(agency.id, day)).map((agency) => agency.id));
    return new TreeAtDay(parents, alive);
  }

  /** The last placement that had begun by that day, ended or not: that is where an abolished agency stays. */
  private parentOn(id: number, day: CivilDay): number | null {
    return this.placements.get(id)?.findLast((placement) => placement.validFrom <= day)?.parentId ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { AgencyLevel } from './agency-level.js';
import { AgencyPlacement } from './agency-placement.entity.js';
import { AgencyTree } from './agency-tree.js';
import { Agency } from './agency.entity.js';
import { matcherOf, rankMatches } from './rank-matches.js';

export interface AgencyFilter {
  /** Only agencies alive on that day; today when left out. */
  readonly on?: CivilDay;
  /** Only those that citizens may choose. */
  readonly openOnly?: boolean;
  /** Only this agency and what is below it. */
  readonly under?: number;
  /** Only what lies below one of these paths, as they are today. */
  readonly within?: readonly string[];
  /** Those that are no more, instead of those that are. */
  readonly gone?: boolean;
}

interface Snapshot {
  readonly revision: number;
  readonly agencies: ReadonlyMap<number, Readonly<Agency>>;
  readonly tree: AgencyTree;
}

/** People look for the bigger agency first when names are alike. */
const LEVEL_ORDER: readonly AgencyLevel[] = [
  'ROOT',
  'MINISTRY',
  'PROVINCE',
  'COMMUNE',
  'DEPARTMENT',
  'DISTRICT',
];

/** Questions about agencies, answered from memory; read again when any process has changed one. */
@Injectable()
export class AgencyDirectory {
  private snapshot: Snapshot | null = null;

  constructor(
    @InjectRepository(Agency) private readonly agencies: Repository<Agency>,
    @InjectRepository(AgencyPlacement) private readonly placements: Repository<AgencyPlacement>,
    private readonly clock: Clock,
  ) {}

  /** @returns the tree in time. */
  async tree(): Promise<AgencyTree> {
    return (await this.current()).tree;
  }

  /** @returns every agency there ever was, by id. */
  async all(): Promise<ReadonlyMap<number, Readonly<Agency>>> {
    return (await this.current()).agencies;
  }

  async byId(id: number): Promise<Readonly<Agency> | null> {
    return (await this.all()).get(id) ?? null;
  }

  async byCode(code: string): Promise<Readonly<Agency> | null> {
    return this.first((agency) => agency.code === code);
  }

  /** @returns the top of the tree; null before any agency was entered. */
  async root(): Promise<Readonly<Agency> | null> {
    return this.first((agency) => agency.parentId === null && agency.validTo === null);
  }

  /** @returns the agency that takes what a citizen sends to nobody in particular: the marked one, else the root. */
  async intakeRoot(): Promise<Readonly<Agency> | null> {
    return (
      (await this.first((agency) => agency.takesUnaddressed && agency.validTo === null)) ??
      (await this.root())
    );
  }

  /**
   * Agencies whose names or code have every word of the question, marks or no marks; best first.
   * @param limit how many at most.
   * @returns nothing for a question without letters or digits.
   */
  async search(question: string, limit: number, filter: AgencyFilter = {}): Promise<Readonly<Agency>[]> {
    const { agencies, tree } = await this.current();
    const today = tree.at(filter.on ?? dayOf(this.clock.now()));
    const below = filter.under === undefined ? null : new Set(today.subtree(filter.under));
    const isAsked = matcherOf(question);
    const found = [...agencies.values()].filter(
      (agency) =>
        today.has(agency.id) &&
        today.isAlive(agency.id) !== (filter.gone ?? false) &&
        (agency.intakeOpen || !filter.openOnly) &&
        (below?.has(agency.id) ?? true) &&
        (filter.within?.some((path) => agency.path.startsWith(path)) ?? true) &&
        isAsked(agency.folded),
    );
    return rankMatches(question, found, (agency) => agency.shortName, {
      order: (agency) => LEVEL_ORDER.indexOf(agency.level),
      take: limit,
    });
  }

  private async first(wanted: (agency: Readonly<Agency>) => boolean): Promise<Readonly<Agency> | null> {
    for (const agency of (await this.all()).values()) if (wanted(agency)) return agency;
    return null;
  }

  private async current(): Promise<Snapshot> {
    const revision = (await this.agencies.maximum('revision')) ?? 0;
    if (this.snapshot?.revision === revision) return this.snapshot;
    const rows = await this.agencies.find({ order: { id: 'ASC' } });
    const tree = new AgencyTree(rows, await this.placements.find({ order: { id: 'ASC' } }));
    // The revision is of before the rows were read: a change in between is noticed by the next question.
    this.snapshot = { revision, agencies: new Map(rows.map((row) => [row.id, row])), tree };
    return this.snapshot;
  }
}

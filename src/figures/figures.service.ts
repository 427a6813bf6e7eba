import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { ColumnNumber } from './column.js';
import { type Counts, DEFINITION_VERSION } from './columns.js';
import type { Hit } from './hit.js';
import { brokenIdentities } from './identities.js';
import { listHits } from './listing.js';
import { type Period, periodOf } from './period.js';
import { ratiosOf, ROUNDING } from './ratios.js';
import type { FiguresQuestion, Report } from './report.js';
import { RowNames } from './row-names.service.js';
import { yearToDate } from './read-span.js';
import { type Branches, cutOf, filterOf, rowScopes } from './row-scopes.js';
import type { Tally } from './tally.js';
import { TallyService } from './tally.service.js';

/** A number's own list: which one is asked for. */
export interface ListedNumber {
  readonly column: ColumnNumber;
  /** The row's key in its report; '' for the total. */
  readonly row: string;
}

/** The published figures: one place gives the number, the list behind it and every export. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly tallies: TallyService,
    private readonly directory: AgencyDirectory,
    private readonly names: RowNames,
    private readonly clock: Clock,
  ) {}

  /** @returns the report as the journal stood at T, rolled up over the tree of agencies as it stood then. */
  async report({ span, agencyId, by }: FiguresQuestion): Promise<Report> {
    const period = periodOf(span, this.clock.now());
    const branches = await this.branches(period);
    const tally = await this.tallies.tally(period, cutOf(by));
    const total = totalOf(tally, agencyId, branches);
    const scopes = agencyId === null ? [] : rowScopes(by, agencyId, branches, tally);
    const rows = await this.names.rows(scopes, tally, period);
    return {
      period,
      agency: await this.agency(agencyId),
      by,
      rows,
      total: { counts: total, ratios: ratiosOf(total) },
      broken: [...new Set([total, ...rows.map(({ counts }) => counts)].flatMap(brokenIdentities))],
      definition: DEFINITION_VERSION,
      rounding: ROUNDING,
    };
  }

  /** @returns what a number of that report counts; its length is the number (for 17b the sum of the weights). */
  async list({ span, agencyId, by }: FiguresQuestion, { column, row }: ListedNumber): Promise<Hit[]> {
    if (agencyId === null) return [];
    const period = periodOf(span, this.clock.now());
    const filter = filterOf(row, by, agencyId, await this.branches(period));
    const hits: Hit[] = [];
    for await (const books of this.tallies.books(period)) {
      hits.push(...listHits(column, [books], { cut: cutOf(by), dayOfT: period.dayOfT, filter }));
    }
    return hits;
  }

  /** The calendar year until now, over all agencies. */
  async yearToDate(): Promise<Report> {
    const root = await this.directory.root();
    return this.report({ span: yearToDate(dayOf(this.clock.now())), agencyId: root?.id ?? null, by: 'none' });
  }

  /** Of the day before T's end: what begins or ends at T itself has not happened yet. */
  private async branches({ until }: Period): Promise<Branches> {
    return (await this.directory.tree()).at(dayOf(until - 1));
  }

  private async agency(id: number | null): Promise<Report['agency']> {
    const found = id === null ? null : await this.directory.byId(id);
    return found && { code: found.code, name: found.name };
  }
}

function totalOf(tally: Tally, agencyId: number | null, branches: Branches): Counts {
  return tally.row({ agencies: new Set(agencyId === null ? [] : branches.subtree(agencyId)) });
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { COLUMN_NUMBERS } from './column.js';
import type { Counts } from './columns.js';
import type { Period } from './period.js';
import { ratiosOf } from './ratios.js';
import { NO_FIELD_ROW, OWN_ROW, type ReportRow } from './report.js';
import type { RowScope } from './row-scopes.js';
import type { Tally } from './tally.js';

type Named = Omit<ReportRow, 'counts' | 'ratios'>;

const order = new Intl.Collator('vi');

/** Gives a table's rows their names and numbers, in the order of the Vietnamese alphabet. */
@Injectable()
export class RowNames {
  constructor(
    private readonly directory: AgencyDirectory,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /** An abolished agency is listed while any of its lines is not zero (domain.md §4.1). */
  async rows(scopes: readonly RowScope[], tally: Tally, { until }: Period): Promise<ReportRow[]> {
    const alive = (await this.directory.tree()).at(dayOf(until - 1));
    const name = await this.namer(scopes, (id) => alive.isAlive(id));
    const rows = scopes.map((scope): ReportRow => {
      const counts = tally.row(scope.filter);
      return { ...name(scope), counts, ratios: ratiosOf(counts) };
    });
    return rows.filter((row) => !row.isAbolished || isAny(row.counts)).sort(byName);
  }

  private async namer(
    scopes: readonly RowScope[],
    isAlive: (id: number) => boolean,
  ): Promise<(scope: RowScope) => Named> {
    const agencies = await this.directory.all();
    const hasFields = scopes.some(({ kind }) => kind === 'field');
    const fields = new Map((hasFields ? await this.fields.find() : []).map((field) => [field.id, field]));
    return ({ kind, of }) => {
      const plain = { agencyCode: null, isAbolished: false };
      if (kind === 'own')
        return {
          ...plain,
          key: OWN_ROW,
          code: agencies.get(Number(of))?.code ?? '',
          name: { key: 'figures.row.own' },
        };
      if (kind === 'subject')
        return { ...plain, key: String(of), code: String(of), name: { key: `figures.subject.${of ?? ''}` } };
      if (kind === 'field') {
        const field = fields.get(Number(of));
        return {
          ...plain,
          key: of === null ? NO_FIELD_ROW : String(of),
          code: field?.code ?? '',
          name: field?.name ?? { key: 'figures.row.noField' },
        };
      }
      const agency = agencies.get(Number(of));
      const code = agency?.code ?? '';
      return {
        key: code,
        code,
        name: agency?.shortName ?? '',
        agencyCode: code,
        isAbolished: !isAlive(Number(of)),
      };
    };
  }
}

function isAny(counts: Counts): boolean {
  return COLUMN_NUMBERS.some((number) => counts[number] !== 0);
}

/** Own books first; what has no name of its own last. */
function byName(a: ReportRow, b: ReportRow): number {
  if (a.key === OWN_ROW || b.key === OWN_ROW) return a.key === OWN_ROW ? -1 : 1;
  if (typeof a.name !== 'string' || typeof b.name !== 'string')
    return Number(typeof a.name !== 'string') - Number(typeof b.name !== 'string');
  return order.compare(a.name, b.name);
}

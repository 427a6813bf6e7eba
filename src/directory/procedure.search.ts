import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { whereFolded } from '../platform/database/search.js';
import { Procedure } from './procedure.entity.js';
import { rankMatches } from './rank-matches.js';

/** The portal has some 13.000 procedures; a word that is in more of them than this finds the first by code. */
const CANDIDATES = 5000;

export interface SearchPage {
  readonly limit: number;
  readonly offset?: number;
  /** Only procedures of this field. */
  readonly fieldId?: number | undefined;
}

/** Finds procedures by their name, code or field, with or without marks. */
@Injectable()
export class ProcedureSearch {
  constructor(@InjectRepository(Procedure) private readonly procedures: Repository<Procedure>) {}

  /** @returns procedures in force that have every word of the question, best first; nothing for one without words. */
  async search(question: string, { limit, offset = 0, fieldId }: SearchPage): Promise<Procedure[]> {
    const query = this.procedures
      .createQueryBuilder('procedure')
      .select(['procedure.id', 'procedure.name'])
      .where('procedure.status = :status', { status: 'ACTIVE' })
      .orderBy('procedure.code')
      .limit(CANDIDATES);
    if (fieldId !== undefined) query.andWhere('procedure.fieldId = :fieldId', { fieldId });
    if (whereFolded(query, 'procedure.folded', question).length === 0) return [];
    const ranked = rankMatches(question, await query.getMany(), (procedure) => procedure.name, {
      take: offset + limit,
    });
    const ids = ranked.slice(offset).map((procedure) => procedure.id);
    const rows = new Map((await this.procedures.findBy({ id: In(ids) })).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  async byCode(code: string): Promise<Procedure | null> {
    return this.procedures.findOneBy({ code });
  }

  async byId(id: number): Promise<Procedure | null> {
    return this.procedures.findOneBy({ id });
  }
}

import { Injectable } from '@nestjs/common';
import { type ProcedureHit, procedureHit } from './procedure-hit.js';
import { ProcedureSearch } from './procedure.search.js';

/** What stands under the question “which procedure”. */
export interface ProcedureFinding {
  readonly chosen: ProcedureHit | null;
  readonly results: readonly ProcedureHit[];
  /** Whether the results answer a question. */
  readonly searched: boolean;
}

/** “About no procedure”, as the radio button sends it. */
export const NO_PROCEDURE = 'NONE';

/** As many as fit a small screen without scrolling far. */
const LIMIT = 8;

/** Lets people choose a procedure, with and without script alike: every form that asks for one asks here. */
@Injectable()
export class ProcedureChoice {
  constructor(private readonly procedures: ProcedureSearch) {}

  /** @param question what came with the address: any shape. */
  async search(question: unknown): Promise<ProcedureHit[]> {
    if (typeof question !== 'string') return [];
    return (await this.procedures.search(question, { limit: LIMIT })).map(procedureHit);
  }

  /**
   * @param code of what is chosen; null where nothing is. A repealed procedure may stay chosen.
   * @param question what is to be answered; empty for nothing.
   */
  async finding(code: string | null, question: string): Promise<ProcedureFinding> {
    const found = code === null || code === '' ? null : await this.procedures.byCode(code);
    const searched = question !== '';
    const results = searched ? await this.search(question) : [];
    return {
      chosen: found && procedureHit(found),
      results: results.filter(({ value }) => value !== found?.code),
      searched,
    };
  }
}

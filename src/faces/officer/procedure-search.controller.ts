import { Controller, Get, Query } from '@nestjs/common';
import { ProcedureChoice, type ProcedureFinding } from '../../directory/procedure-choice.service.js';
import { Staff } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';

/** Suggestions while an officer types the procedure that something is about. */
@Controller()
@Staff()
export class ProcedureSearchController {
  constructor(private readonly procedures: ProcedureChoice) {}

  @Get(paths.officerProcedures.route)
  async search(@Query('q') question: unknown): Promise<Pick<ProcedureFinding, 'results'>> {
    return { results: await this.procedures.search(question) };
  }
}

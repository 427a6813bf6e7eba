import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';
import { MAX } from '../../intake/submission-limits.js';
import { SubmitSearch } from './submit-search.service.js';
import type { Hit } from './submit.view.js';

/** Suggestions while a citizen types a procedure or an agency. */
@Public()
@Controller()
export class SubmitSearchController {
  constructor(private readonly search: SubmitSearch) {}

  @Get(paths.procedureSearch.route)
  async procedures(@Query('q') question: unknown): Promise<{ results: readonly Hit[] }> {
    return { results: await this.search.proceduresFor(bounded(question)) };
  }

  @Get(paths.agencySearch.route)
  async agencies(@Query('q') question: unknown): Promise<{ results: readonly Hit[] }> {
    return { results: await this.search.agenciesFor(bounded(question)) };
  }
}

function bounded(question: unknown): string {
  return typeof question === 'string' ? question.slice(0, MAX.question) : '';
}

import { Controller, Get, Query } from '@nestjs/common';
import { Staff } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';
import { AgencyChoice, type AgencyHit } from '../../directory/agency-choice.service.js';

/** Suggestions while an officer types the agency to which an item goes. */
@Controller()
@Staff()
export class AgencySearchController {
  constructor(private readonly agencies: AgencyChoice) {}

  @Get(paths.officerAgencies.route)
  async search(@Query('q') question: unknown): Promise<{ results: AgencyHit[] }> {
    return { results: await this.agencies.search(question) };
  }
}

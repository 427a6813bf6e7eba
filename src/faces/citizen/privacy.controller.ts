import { Controller, Get } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { contactRows } from '../../directory/contact-points.js';
import { contactRoles } from '../../feedback/contact-policy.js';
import { ENDED, retention } from '../../feedback/retention.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { Public } from '../../platform/web/access.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';

/** What happens to personal data, in plain words; it reads the authority's own choices, so that it never promises others. */
@Public()
@Controller()
export class PrivacyController {
  constructor(
    private readonly choices: Choices,
    private readonly agencies: AgencyDirectory,
  ) {}

  @Get(paths.privacy.route)
  async show(): Promise<Page> {
    const { years, requestDays } = await this.choices.get(retention);
    const authority = await this.agencies.intakeRoot();
    return page('citizen/privacy', {
      title: 'privacy.page.title',
      roles: (await this.choices.get(contactRoles)).map((role) => `privacy.page.role.${role}`),
      kept: ENDED.map((state) => ({ label: `privacy.page.kept.${state}`, years: years[state] })),
      requestDays,
      authority: authority && { name: authority.name, contacts: contactRows(authority) },
    });
  }
}

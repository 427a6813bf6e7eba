import { Controller, Get, Query } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import type { DeadlineRecord } from '../../calendar/promise.js';
import { Promises } from '../../feedback/promises.service.js';
import { TermSettings } from '../../feedback/term-settings.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong } from './administered-subtree.js';
import { Authority } from './authority.service.js';
import { isSearch } from './is-search.js';
import { TermScopeForm } from './term.form.js';
import { termListPage } from './term.view.js';

/** The terms that are set, the general ones, and what a report of some kind would be promised today. */
@Controller()
@Staff('ADMIN')
export class TermListController {
  constructor(
    private readonly settings: TermSettings,
    private readonly promises: Promises,
    private readonly agencies: AgencyChoice,
    private readonly authority: Authority,
    private readonly clock: Clock,
  ) {}

  @Get(paths.terms.route)
  async list(@CurrentStaff() admin: SignedIn, @Query() query: unknown): Promise<Page> {
    const { value } = readForm(TermScopeForm, query);
    const rules = await this.settings.list();
    const terms = rules.map((rule) => ({ rule, mine: this.authority.overAgency(admin, rule.agency) }));
    const finding = await this.agencies.finding(...askedAmong(admin, value, isSearch(query)));
    return termListPage(terms, dayOf(this.clock.now()), value, finding, await this.tried(value));
  }

  /** What the form would promise today; null while no agency is named, for every promise is one of an agency. */
  private async tried(form: TermScopeForm): Promise<DeadlineRecord | null> {
    const agency = await this.agencies.choose(form.agency);
    if (!agency || form.subject === '') return null;
    const { subject } = form;
    return this.promises.promiseFor({
      ...{ subject, urgency: form.urgency || 'NORMAL', channel: form.channel || 'WEB' },
      ...{ agencyPath: agency.path, day: dayOf(this.clock.now()) },
    });
  }
}

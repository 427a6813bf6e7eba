import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AgencyEditing } from './agency-editing.service.js';
import { editAgencyPage } from './agency-form.view.js';
import { AgencyForm } from './agency.form.js';
import { AgencyPastQuery } from './agency-past.query.js';
import { agencyPage } from './agency-page.view.js';
import { AgencyReach } from './agency-reach.service.js';

/** One agency with its past, and what is said of it. */
@Controller()
@Staff('ADMIN')
export class AgencyPageController {
  constructor(
    private readonly reach: AgencyReach,
    private readonly past: AgencyPastQuery,
    private readonly editing: AgencyEditing,
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agency.route)
  async show(@CurrentStaff() admin: SignedIn, @Param('code') code: string): Promise<Page> {
    const agency = await this.reach.open(admin, code);
    const [past, all] = [await this.past.of(agency.id), await this.directory.all()];
    return agencyPage({ agency, past, all, today: dayOf(this.clock.now()) });
  }

  @Get(paths.agencyEdit.route)
  async form(@CurrentStaff() admin: SignedIn, @Param('code') code: string): Promise<Page> {
    const agency = await this.reach.open(admin, code);
    return editAgencyPage(agency, valuesOf(agency), {}, 200);
  }

  @Post(paths.agencyEdit.route)
  async edit(
    @CurrentStaff() admin: SignedIn,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const agency = await this.reach.open(admin, code);
    const { value, errors, ok } = readForm(AgencyForm, body);
    if (!ok) return editAgencyPage(agency, value, errors, 422);
    await this.editing.edit(admin, agency, value);
    return redirect(paths.agency.to({ code }), { tone: 'success', key: 'directoryAdmin.agency.saved' });
  }
}

function valuesOf(agency: Readonly<Agency>): AgencyForm {
  const { name, shortName, level, address, postalAddress, phone, email, website, intakeOpen } = agency;
  const form = readForm(AgencyForm, {}).value;
  return Object.assign(form, {
    ...{ name, shortName, level, address, postalAddress, phone, email, website, intakeOpen },
  });
}

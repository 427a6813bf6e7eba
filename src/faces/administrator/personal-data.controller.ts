import { Body, Controller, Get, Post } from '@nestjs/common';
import { contactRoles } from '../../feedback/contact-policy.js';
import { retention } from '../../feedback/retention.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { PersonalDataForm, retentionOf } from './personal-data.form.js';
import { PersonalDataPages } from './personal-data-pages.service.js';

/** How long personal data are kept and who may look at them; what a change would erase is shown before it is saved. */
@Controller()
@StaffOverAll('ADMIN')
export class PersonalDataController {
  constructor(
    private readonly pages: PersonalDataPages,
    private readonly choices: Choices,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get(paths.personalData.route)
  async show(): Promise<Page> {
    return page('administrator/personal-data', await this.pages.show());
  }

  /** Two buttons: one tries the rule, one saves it. */
  @Post(paths.personalData.route)
  async change(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(PersonalDataForm, body);
    if (!ok) return page('administrator/personal-data', await this.pages.show(value, errors), 422);
    if (wantsTrial(body)) return page('administrator/personal-data', await this.pages.show(value));
    await this.save(value, admin);
    return redirect(paths.personalData.to(), { tone: 'success', key: 'privacy.admin.saved' });
  }

  private async save(form: PersonalDataForm, admin: SignedIn): Promise<void> {
    const [rule, by] = [retentionOf(form), auditedStaff(admin)];
    const { years, requestDays } = rule;
    await this.unitOfWork.run(async (tx) => {
      await this.choices.set(tx, retention, rule, by, { ...years, requestDays });
      await this.choices.set(tx, contactRoles, form.roles, by, { roles: form.roles.join(' ') });
    });
  }
}

function wantsTrial(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'trial' in body;
}

import { Body, Controller, Get, Post } from '@nestjs/common';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { Clock } from '../../platform/kernel/clock.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { formView, type FormView } from '../../platform/web/form-view.js';
import { page, type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { PublicationDays } from '../../publication/publication-days.service.js';
import { PUBLICATION_TERM, publicationDueDay } from '../../publication/publication-term.js';
import { PublicationTermForm } from './publication-term.form.js';

/** How many working days the authority gives itself from an answer to its publication. */
@Controller()
@StaffOverAll('ADMIN')
export class PublicationTermController {
  constructor(
    private readonly choices: Choices,
    private readonly days: PublicationDays,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get(paths.publicationTerm.route)
  async show(): Promise<Page> {
    return this.page(formView({ term: String((await this.days.clock()).term) }), 200);
  }

  @Post(paths.publicationTerm.route)
  async decide(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(PublicationTermForm, body);
    if (!ok) return this.page(formView(value, errors), 422);
    const { term: before } = await this.days.clock();
    await this.unitOfWork.run((tx) =>
      this.choices.set(tx, PUBLICATION_TERM, value.term, auditedStaff(admin), { before, after: value.term }),
    );
    return redirect(paths.publicationTerm.to(), { tone: 'success', key: 'publishing.term.saved' });
  }

  private async page(form: FormView, status: number): Promise<Page> {
    const clock = await this.days.clock();
    const { term } = clock;
    const due = publicationDueDay(clock, this.clock.now());
    return page(
      'administrator/publication-term',
      { title: 'publishing.term.title', form, term, due },
      status,
    );
  }
}

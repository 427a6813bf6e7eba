import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type PartnerFacts, Partners } from '../../accounts/partners.service.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { isSearch } from './is-search.js';
import { PartnerDesk } from './partner-desk.service.js';
import { PartnerForm } from './partner.form.js';
import { partnerFormPage, partnerListPage } from './partner.view.js';

/** Partners are agreed on for the whole installation: who they are, and what they may send where. */
@Controller()
@StaffOverAll('ADMIN')
export class PartnerListController {
  constructor(
    private readonly desk: PartnerDesk,
    private readonly partners: Partners,
    private readonly agencies: AgencyChoice,
  ) {}

  @Get(paths.partners.route)
  async list(): Promise<Page> {
    return partnerListPage(await this.desk.list());
  }

  @Get(paths.partnerNew.route)
  form(@CurrentStaff() admin: SignedIn): Promise<Page> {
    const { value } = readForm(PartnerForm, { channel: 'NATIONAL_PORTAL' });
    return this.page(admin, null, value);
  }

  @Post(paths.partnerNew.route)
  add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    return this.save(admin, null, body, async (facts) => {
      const id = await this.partners.add(facts, auditedStaff(admin));
      return redirect(paths.partner.to({ id }), { tone: 'success', key: 'partners.added' });
    });
  }

  @Get(paths.partnerEdit.route)
  async editForm(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    const { partner, agencyCode } = await this.desk.file(id);
    const { name, channel } = partner;
    const { value } = readForm(PartnerForm, { name, channel, agency: agencyCode });
    return this.page(admin, partner.id, value);
  }

  @Post(paths.partnerEdit.route)
  async edit(
    @CurrentStaff() admin: SignedIn,
    @Param('id') text: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { id } = await this.desk.open(text);
    return this.save(admin, id, body, async (facts) => {
      await this.partners.change(id, facts, auditedStaff(admin));
      return redirect(paths.partner.to({ id }), { tone: 'success', key: 'partners.saved' });
    });
  }

  private async save(
    admin: SignedIn,
    id: number | null,
    body: unknown,
    store: (facts: PartnerFacts) => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(PartnerForm, body);
    if (isSearch(body)) return this.page(admin, id, value, {}, { asked: true });
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = agency ? {} : { agency: { key: 'administrator.agencyUnknown' } };
    if (!ok || !agency) return this.page(admin, id, value, { ...errors, ...unknown }, { status: 422 });
    try {
      return await store({ name: value.name, channel: value.channel, agencyId: agency.id });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(admin, id, value, error.fields, { status: 422 });
    }
  }

  private async page(
    admin: SignedIn,
    id: number | null,
    form: PartnerForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    const finding = await this.agencies.finding(...askedAmong(admin, form, asked));
    return partnerFormPage(id, form, errors, finding, status);
  }
}

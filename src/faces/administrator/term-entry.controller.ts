import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import type { TermRule } from '../../feedback/term-rule.entity.js';
import { TermSettings } from '../../feedback/term-settings.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { Authority } from './authority.service.js';
import { isSearch } from './is-search.js';
import { TermEndForm, TermForm } from './term.form.js';
import { endTermPage, newTermPage } from './term.view.js';

/** Terms are added, ended, and taken back before they begin. */
@Controller()
@Staff('ADMIN')
export class TermEntryController {
  constructor(
    private readonly settings: TermSettings,
    private readonly agencies: AgencyChoice,
    private readonly authority: Authority,
    private readonly clock: Clock,
  ) {}

  @Get(paths.termNew.route)
  async form(@CurrentStaff() admin: SignedIn): Promise<Page> {
    const { value } = readForm(TermForm, {});
    // “All urgencies” would lengthen the short terms of what is urgent: it has to be chosen.
    Object.assign(value, { urgency: 'NORMAL', validFrom: dayOf(this.clock.now()) });
    return this.page(admin, value);
  }

  @Post(paths.termNew.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(TermForm, body);
    if (isSearch(body)) return this.page(admin, value, {}, { asked: true });
    const agency = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const open = value.agency === '' && value.question === '';
    const allowed = agency !== null || (open && this.authority.overAll(admin));
    const unknown: FieldErrors = allowed ? {} : { agency: { key: 'terms.agencyUnknown' } };
    if (!ok || !allowed) return this.page(admin, value, { ...errors, ...unknown }, { status: 422 });
    const { subject, urgency, channel, term, validFrom, lastDay, note } = value;
    const scope = { subject: subject || null, urgency: urgency || null, channel: channel || null };
    try {
      const agencyId = agency?.id ?? null;
      await this.settings.add({ ...scope, agencyId, term, validFrom, lastDay, note }, admin.staffId);
      return redirect(paths.terms.to(), { tone: 'success', key: 'terms.added' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page(admin, value, error.fields, { status: 422 });
    }
  }

  @Get(paths.termEnd.route)
  async endForm(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Page> {
    const { value } = readForm(TermEndForm, {});
    return endTermPage(await this.open(admin, id), value, {}, 200);
  }

  @Post(paths.termEnd.route)
  async end(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const rule = await this.open(admin, id);
    const { value, errors, ok } = readForm(TermEndForm, body);
    if (!ok) return endTermPage(rule, value, errors, 422);
    try {
      await this.settings.end(rule.id, value.lastDay, admin.staffId);
      return redirect(paths.terms.to(), { tone: 'success', key: 'terms.ended' });
    } catch (error) {
      if (!(error instanceof DomainError) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      const said: FieldErrors = { lastDay: { key: error.key, params: error.params } };
      return endTermPage(rule, value, error.kind === 'invalid' ? error.fields : said, 422);
    }
  }

  @Post(paths.termRemove.route)
  async remove(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    const rule = await this.open(admin, id);
    try {
      await this.settings.remove(rule.id, admin.staffId);
      return redirect(paths.terms.to(), { tone: 'success', key: 'terms.removed' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(paths.terms.to(), { tone: 'warning', key: error.key });
    }
  }

  private async open(admin: SignedIn, id: string): Promise<TermRule> {
    const rule = /^\d{1,9}$/.test(id) ? await this.settings.byId(Number(id)) : null;
    if (!rule) throw new DomainError('not-found', 'errors.notFound');
    this.authority.requireOver(admin, rule.agency);
    return rule;
  }

  private async page(
    admin: SignedIn,
    form: TermForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    const finding = await this.agencies.finding(...askedAmong(admin, form, asked));
    return newTermPage(form, errors, finding, this.authority.overAll(admin), status);
  }
}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PartnerKeys } from '../../accounts/partner-keys.service.js';
import { PARTNER_SCOPES } from '../../accounts/partner-scope.js';
import { Partners } from '../../accounts/partners.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { dayOf, endOfDay } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { PartnerDesk } from './partner-desk.service.js';
import { PartnerKeyForm } from './partner.form.js';
import { keyFormPage, partnerPage, secretPage } from './partner.view.js';

const USUAL_LIMIT = '120';

/** One partner and its keys. */
@Controller()
@StaffOverAll('ADMIN')
export class PartnerController {
  constructor(
    private readonly desk: PartnerDesk,
    private readonly partners: Partners,
    private readonly keys: PartnerKeys,
    private readonly clock: Clock,
  ) {}

  @Get(paths.partner.route)
  async show(@Param('id') id: string): Promise<Page> {
    return partnerPage(await this.desk.file(id), this.clock.now());
  }

  @Post(paths.partnerState.route)
  async setState(
    @CurrentStaff() admin: SignedIn,
    @Param('id') text: string,
    @Body() body: { active?: unknown } | undefined,
  ): Promise<Redirect> {
    const { id } = await this.desk.open(text);
    const active = body?.active === '1';
    await this.partners.setActive(id, active, auditedStaff(admin));
    const key = active ? 'partners.reinstated' : 'partners.suspended';
    return redirect(paths.partner.to({ id }), { tone: 'success', key });
  }

  @Get(paths.partnerKeyNew.route)
  async keyForm(@Param('id') text: string): Promise<Page> {
    const { value } = readForm(PartnerKeyForm, { perMinute: USUAL_LIMIT, scopes: ['submit', 'track'] });
    return keyFormPage(await this.desk.open(text), value, {}, 200);
  }

  /** The answer shows the key once; a redirect would have to carry it. */
  @Post(paths.partnerKeyNew.route)
  async makeKey(
    @CurrentStaff() admin: SignedIn,
    @Param('id') text: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const partner = await this.desk.open(text);
    const { value, errors, ok } = readForm(PartnerKeyForm, body);
    const isPast = ok && value.lastDay !== null && value.lastDay < dayOf(this.clock.now());
    const past: FieldErrors = isPast ? { lastDay: { key: 'partners.key.past' } } : {};
    if (!ok || isPast) return keyFormPage(partner, value, { ...errors, ...past }, 422);
    const { label, perMinute, lastDay } = value;
    const wanted = {
      label,
      scopes: PARTNER_SCOPES.filter((scope) => value.scopes.includes(scope)),
      perMinute: Number(perMinute),
      expiresAt: lastDay === null ? null : endOfDay(lastDay),
    };
    const key = await this.keys.make(partner.id, wanted, auditedStaff(admin));
    return secretPage(partner, 'key', key);
  }

  @Post(paths.partnerKeyRevoke.route)
  async revoke(
    @CurrentStaff() admin: SignedIn,
    @Param('id') text: string,
    @Param('key') key: string,
  ): Promise<Redirect> {
    const { id } = await this.desk.open(text);
    await this.keys.revoke(id, /^\d{1,9}$/.test(key) ? Number(key) : 0, auditedStaff(admin));
    return redirect(paths.partner.to({ id }), { tone: 'success', key: 'partners.key.revoked' });
  }
}

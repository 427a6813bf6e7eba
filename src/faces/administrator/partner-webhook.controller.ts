import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { webhookAddress } from '../../correspondence/webhook-address.js';
import { WebhookReach } from '../../correspondence/webhook-client.js';
import { WebhookDeliveries } from '../../correspondence/webhook-deliveries.service.js';
import { WebhookFault } from '../../correspondence/webhook-fault.js';
import { Webhooks } from '../../correspondence/webhooks.service.js';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { PartnerDesk } from './partner-desk.service.js';
import { WebhookForm } from './partner.form.js';
import { secretPage } from './partner.view.js';
import { deliveriesPage, LOG_PAGE, webhookPage } from './partner-webhook.view.js';

/** Where a partner is told of changes, and how that goes. */
@Controller()
@StaffOverAll('ADMIN')
export class PartnerWebhookController {
  constructor(
    private readonly desk: PartnerDesk,
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveries,
    private readonly reach: WebhookReach,
  ) {}

  @Get(paths.partnerWebhook.route)
  async form(@Param('id') text: string): Promise<Page> {
    const partner = await this.desk.open(text);
    const known = await this.webhooks.of(partner.id);
    const { value } = readForm(WebhookForm, { url: known?.url, active: known?.active === false ? '' : '1' });
    return webhookPage(partner, known, value, {}, 200);
  }

  @Post(paths.partnerWebhook.route)
  async set(
    @CurrentStaff() admin: SignedIn,
    @Param('id') text: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const partner = await this.desk.open(text);
    const { value, errors, ok } = readForm(WebhookForm, body);
    const faults: FieldErrors = { ...(ok ? this.faultsOf(value.url) : {}), ...errors };
    if (Object.keys(faults).length > 0) {
      return webhookPage(partner, await this.webhooks.of(partner.id), value, faults, 422);
    }
    const secret = await this.webhooks.set(partner.id, value.url, value.active, auditedStaff(admin));
    if (secret !== null) return secretPage(partner, 'secret', secret);
    return this.back(partner.id, 'partners.webhook.saved');
  }

  @Post(paths.partnerWebhookSecret.route)
  async rotate(@CurrentStaff() admin: SignedIn, @Param('id') text: string): Promise<Page> {
    const partner = await this.desk.open(text);
    return secretPage(partner, 'secret', await this.webhooks.rotate(partner.id, auditedStaff(admin)));
  }

  @Post(paths.partnerWebhookTest.route)
  async test(@CurrentStaff() admin: SignedIn, @Param('id') text: string): Promise<Redirect> {
    const { id } = await this.desk.open(text);
    await this.webhooks.test(id, auditedStaff(admin));
    return this.back(id, 'partners.webhook.tested');
  }

  @Get(paths.partnerDeliveries.route)
  async log(@Param('id') text: string, @Query('truoc') before: unknown): Promise<Page> {
    const partner = await this.desk.open(text);
    const from = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null;
    return deliveriesPage(partner, await this.deliveries.list(partner.id, from, LOG_PAGE + 1));
  }

  private back(id: number, key: string): Redirect {
    return redirect(paths.partner.to({ id }), { tone: 'success', key });
  }

  private faultsOf(url: string): FieldErrors {
    try {
      webhookAddress(url, this.reach);
      return {};
    } catch (error) {
      if (!(error instanceof WebhookFault)) throw error;
      return { url: { key: `partners.webhook.${error.fault === 'private' ? 'private' : 'address'}` } };
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Partner } from '../../accounts/partner.entity.js';
import { Partners } from '../../accounts/partners.service.js';
import type { Webhook } from '../../correspondence/webhook.entity.js';
import type { WebhookDelivery } from '../../correspondence/webhook-delivery.entity.js';
import { WebhookDeliveries } from '../../correspondence/webhook-deliveries.service.js';
import { Webhooks } from '../../correspondence/webhooks.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { PartnerKey } from '../../accounts/partner-key.entity.js';

/** A partner with everything that its page shows. */
export interface PartnerFile {
  readonly partner: Partner;
  readonly agency: string;
  readonly agencyCode: string;
  readonly keys: readonly PartnerKey[];
  readonly webhook: Webhook | null;
  readonly deliveries: readonly WebhookDelivery[];
}

const LAST = 5;

/** Reads partners for the administrator's pages. */
@Injectable()
export class PartnerDesk {
  constructor(
    private readonly partners: Partners,
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveries,
    private readonly agencies: AgencyDirectory,
  ) {}

  /** @param id as it stands in the address. @throws DomainError not-found */
  open(id: string): Promise<Partner> {
    if (!/^\d{1,9}$/.test(id)) throw new DomainError('not-found', 'errors.notFound');
    return this.partners.byId(Number(id));
  }

  /** @throws DomainError not-found */
  async file(id: string): Promise<PartnerFile> {
    const partner = await this.open(id);
    const agency = await this.agencies.byId(partner.agencyId);
    return {
      partner,
      agency: agency?.name ?? '',
      agencyCode: agency?.code ?? '',
      keys: await this.partners.keys(partner.id),
      webhook: await this.webhooks.of(partner.id),
      deliveries: await this.deliveries.list(partner.id, null, LAST),
    };
  }

  /** @returns all partners with the agency's name and how many keys are in use. */
  async list(): Promise<{ partner: Partner; agency: string; keys: number }[]> {
    const [rows, counts, agencies] = await Promise.all([
      this.partners.list(),
      this.partners.keyCounts(),
      this.agencies.all(),
    ]);
    return rows.map((partner) => ({
      partner,
      agency: agencies.get(partner.agencyId)?.name ?? '',
      keys: counts.get(partner.id) ?? 0,
    }));
  }
}

import { PartnerKeys } from '../../src/accounts/partner-keys.service.js';
import { PARTNER_SCOPES, type PartnerScope } from '../../src/accounts/partner-scope.js';
import { Partners } from '../../src/accounts/partners.service.js';
import type { TestApplication } from './application.js';

const OPERATOR = { kind: 'operator' } as const;

/** A partner that may send to that agency and below. @returns its number and a key with the scopes. */
export async function aPartner(
  { app }: TestApplication,
  agencyId: number,
  { name = 'Cổng Dịch vụ công', scopes = PARTNER_SCOPES, perMinute = 1_000 }: Wanted = {},
): Promise<{ readonly partnerId: number; readonly key: string }> {
  const partnerId = await app.get(Partners).add({ name, channel: 'NATIONAL_PORTAL', agencyId }, OPERATOR);
  const wanted = { label: 'thử', scopes, perMinute, expiresAt: null };
  return { partnerId, key: await app.get(PartnerKeys).make(partnerId, wanted, OPERATOR) };
}

interface Wanted {
  readonly name?: string;
  readonly scopes?: readonly PartnerScope[];
  readonly perMinute?: number;
}

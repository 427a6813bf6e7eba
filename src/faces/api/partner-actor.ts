import type { PartnerScope } from '../../accounts/partner-scope.js';
import type { PartnerActor } from '../../feedback/actor.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedInPartner } from '../../platform/web/signed-in.js';

/**
 * For routes that everybody may use, and a partner's key may as well.
 * @returns the partner as the policy sees it; null where no key was sent.
 * @throws DomainError forbidden for a key that is not good for this
 */
export function partnerActor(partner: SignedInPartner | null, scope: PartnerScope): PartnerActor | null {
  if (partner === null) return null;
  if (!partner.scopes.includes(scope)) throw new DomainError('forbidden', 'errors.partnerKey.scope');
  return { kind: 'partner', partnerId: partner.partnerId };
}

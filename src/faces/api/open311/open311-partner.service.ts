import { Injectable } from '@nestjs/common';
import { PartnerAuthenticator, type SignedInPartner } from '../../../platform/web/signed-in.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { Open311Error } from './open311-error.js';

/** GeoReport sends the key as a parameter, `api_key`; in the header, as under /api, it is taken as well. */
@Injectable()
export class Open311Partner {
  constructor(private readonly partners: PartnerAuthenticator) {}

  /**
   * @param sent the parameters of the address, or of the body.
   * @returns whose key was sent; null where none was.
   * @throws Open311Error 403 for a key that is none, or lacks the scope; DomainError too-many
   */
  async of(
    request: WebRequest,
    sent: Readonly<Record<string, unknown>>,
    scope: string,
  ): Promise<SignedInPartner | null> {
    const partner = request.partner ?? (await this.byKey(sent['api_key']));
    if (partner && !partner.scopes.includes(scope)) refuse('errors.partnerKey.scope');
    return partner;
  }

  private async byKey(key: unknown): Promise<SignedInPartner | null> {
    if (key === undefined || key === '') return null;
    const partner = typeof key === 'string' ? await this.partners.authenticate(key) : null;
    return partner ?? refuse('errors.partnerKey.unknown');
  }
}

function refuse(key: string): never {
  throw new Open311Error(403, [{ key }]);
}

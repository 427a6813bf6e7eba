import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { PartnerScope } from '../../accounts/partner-scope.js';
import type { PartnerActor } from '../../feedback/actor.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { parseTrackingCode } from '../../platform/kernel/tracking-code.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { TrackingAccess } from '../../tracking/tracking-access.service.js';
import { partnerActor } from './partner-actor.js';

/** Longer than any PIN with blanks between its digits. */
const LONGEST_PIN = 20;

/** An item that the request has opened. */
export interface OpenedItem {
  /** In canonical form. */
  readonly code: string;
  /** Who opened it in the citizen's place; null for code and PIN. */
  readonly partner: PartnerActor | null;
}

/** Opens an item to whoever shows its PIN in `X-Pin`, and to the partner that brought it by its key. */
@Injectable()
export class ItemAccess {
  constructor(
    private readonly tracking: TrackingAccess,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /**
   * @param scope what a partner's key must be good for
   * @throws DomainError unauthenticated without PIN and key; not-found for a wrong PIN, an unknown code and somebody
   *   else's item, all in the same words; too-many; forbidden for a key without the scope
   */
  async open(request: WebRequest, typedCode: string, scope: PartnerScope): Promise<OpenedItem> {
    const pin = request.get('X-Pin');
    if (pin !== undefined) return { code: await this.byPin(typedCode, pin, request.ip ?? ''), partner: null };
    const partner = partnerActor(request.partner, scope);
    if (partner === null) throw new DomainError('unauthenticated', 'api.fault.pinMissing');
    return { code: await this.ofPartner(typedCode, partner), partner };
  }

  private async byPin(typedCode: string, pin: string, address: string): Promise<string> {
    try {
      return await this.tracking.open(typedCode, pin.slice(0, LONGEST_PIN), address);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') throw notFound();
      throw error;
    }
  }

  private async ofPartner(typedCode: string, partner: PartnerActor): Promise<string> {
    const code = parseTrackingCode(typedCode);
    const query = this.items.createQueryBuilder('item').where('item.code = :code', { code });
    whereVisible(query, 'item', partner);
    if (code === null || !(await query.getExists())) throw notFound();
    return code;
  }
}

function notFound(): DomainError {
  return new DomainError('not-found', 'tracking.mismatch');
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../../platform/kernel/errors.js';
import { placeOf } from '../../platform/web/network-place.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { AddressQuota, type Allowance } from './address-quota.js';

const MINUTE = 60_000;
const READING: Allowance = { name: 'read', most: 600, window: MINUTE };
/** A whole office may stand behind one address; who brings more asks for a key. */
const SENDING: Allowance = { name: 'send', most: 60, window: 60 * MINUTE };

/** Keeps programs without a key from taking everybody's turn; what a key is good for, its partner has agreed on. */
@Injectable()
export class ApiQuotaGuard implements CanActivate {
  constructor(private readonly quota: AddressQuota) {}

  /** @throws DomainError too-many with `seconds` to wait. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    if (request.partner !== null) return true;
    const allowance = request.method === 'POST' ? SENDING : READING;
    const { left, seconds } = this.quota.take(allowance, placeOf(request.ip ?? ''));
    const { name, most, window } = allowance;
    context
      .switchToHttp()
      .getResponse<Response>()
      .set({
        'RateLimit-Policy': `"${name}";q=${most};w=${window / 1_000}`,
        RateLimit: `"${name}";r=${Math.max(0, left)};t=${seconds}`,
      });
    if (left < 0) throw new DomainError('too-many', 'errors.tooMany', { seconds });
    return true;
  }
}

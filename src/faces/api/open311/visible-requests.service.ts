import { Injectable } from '@nestjs/common';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { Open311Partner } from './open311-partner.service.js';
import { PartnerRequests } from './partner-requests.query.js';
import { PublicRequests } from './public-requests.query.js';
import type { RequestRow } from './request-document.js';
import type { RequestQuestion } from './request-question.js';

/** Without a key what is published; with one what its partner brought. */
@Injectable()
export class VisibleRequests {
  constructor(
    private readonly partners: Open311Partner,
    private readonly everybodys: PublicRequests,
    private readonly own: PartnerRequests,
  ) {}

  /** @throws Open311Error 403 for a key that is none, or may not read. */
  async list(
    request: WebRequest,
    sent: Readonly<Record<string, unknown>>,
    question: RequestQuestion,
  ): Promise<RequestRow[]> {
    const partner = await this.partners.of(request, sent, 'track');
    if (!partner) return this.everybodys.list(question);
    return this.own.list(question, { kind: 'partner', partnerId: partner.partnerId });
  }
}

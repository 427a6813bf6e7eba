import { Injectable } from '@nestjs/common';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { LetterCarrier } from './letter-carrier.js';
import { OFFICER_MAIL } from './letter-rows.js';
import { OfficerCases } from './officer-case.query.js';

/** A letter to a colleague about an item, if it is still true and still wanted when it leaves. */
@Injectable()
@OnOutbox({ topic: OFFICER_MAIL, within: 'nothing' })
export class OfficerMail implements OutboxHandler {
  constructor(
    private readonly cases: OfficerCases,
    private readonly carrier: LetterCarrier,
  ) {}

  async handle({ key, payload }: OutboxMessage): Promise<void> {
    const about = await this.cases.open(payload);
    if (!about) return;
    const { email, letter, facts, staffId } = about;
    // A conversation of its own for each item; the mail that would begin it is never sent.
    const thread = `${OFFICER_MAIL}:${Number(payload.feedbackId)}`;
    await this.carrier.carry({ key, to: email, letter, facts, thread, staffId });
  }
}

import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { CitizenCases } from './citizen-case.query.js';
import { citizenFacts } from './citizen-facts.js';
import { LetterCarrier } from './letter-carrier.js';
import { CITIZEN_MAIL, citizenKey } from './letter-rows.js';

/** A letter to the submitter of an item, made of what is true when it leaves. */
@Injectable()
@OnOutbox({ topic: CITIZEN_MAIL, within: 'nothing' })
export class CitizenMail implements OutboxHandler {
  constructor(
    private readonly cases: CitizenCases,
    private readonly carrier: LetterCarrier,
    private readonly settings: Settings,
  ) {}

  async handle({ key, payload }: OutboxMessage): Promise<void> {
    const about = await this.cases.open(payload);
    if (!about) return;
    // Everything about an item is one conversation; a part goes on in the conversation of the whole.
    const { id, splitFromId } = about.item;
    const first = { feedbackId: splitFromId ?? id, seq: 1, letter: 'received' as const };
    await this.carrier.carry({
      key,
      to: about.email,
      letter: about.letter,
      facts: citizenFacts(about, this.settings.baseUrl),
      thread: citizenKey(first),
      staffId: null,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { StaffActors } from '../accounts/staff-actors.query.js';
import { StaffQuery } from '../accounts/staff.query.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { DigestFacts } from './digest-facts.service.js';
import { LetterCarrier } from './letter-carrier.js';
import { DIGEST_MAIL } from './letter-rows.js';

/** One person's morning: what is overdue, due today, waiting for approval, new. Nothing of it is no mail. */
@Injectable()
@OnOutbox({ topic: DIGEST_MAIL, within: 'nothing' })
export class DigestMail implements OutboxHandler {
  constructor(
    private readonly staff: StaffQuery,
    private readonly actors: StaffActors,
    private readonly digest: DigestFacts,
    private readonly carrier: LetterCarrier,
    private readonly clock: Clock,
  ) {}

  async handle({ key, payload }: OutboxMessage): Promise<void> {
    const today = dayOf(this.clock.now());
    if (payload.day !== today) return; // the server was down overnight: today has its own
    const staffId = Number(payload.staffId);
    const person = await this.staff.byId(staffId);
    const actor = await this.actors.byId(staffId);
    if (!person?.email || !person.wantsDigest || !actor) return;
    const facts = await this.digest.of(actor, today);
    if (!facts) return;
    await this.carrier.carry({ key, to: person.email, letter: 'digest', facts, thread: null, staffId });
  }
}

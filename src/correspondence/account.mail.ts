import { Injectable } from '@nestjs/common';
import { ACCOUNT_MAIL } from '../accounts/account-mail.js';
import { StaffQuery } from '../accounts/staff.query.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { PermanentFault } from '../platform/outbox/permanent-fault.js';
import { AccountLetters } from './account-letters.query.js';
import { LetterCarrier } from './letter-carrier.js';

const ABOUT_ACCOUNTS = ['invitation', 'secondFactorReset', 'test'] as const;

/** A letter about somebody's own account. Its row names the person; the link's token is made when the letter leaves. */
@Injectable()
@OnOutbox({ topic: ACCOUNT_MAIL, within: 'nothing' })
export class AccountMail implements OutboxHandler {
  constructor(
    private readonly staff: StaffQuery,
    private readonly letters: AccountLetters,
    private readonly carrier: LetterCarrier,
  ) {}

  async handle({ key, payload }: OutboxMessage): Promise<void> {
    const person = await this.staff.byId(Number(payload.staffId));
    if (!person?.email) return;
    const letter = ABOUT_ACCOUNTS.find((one) => one === payload.letter);
    if (!letter) throw new PermanentFault('no such letter about an account');
    const facts = await this.letters[letter](person, payload);
    if (!facts) return;
    await this.carrier.carry({ key, to: person.email, letter, facts, thread: null, staffId: person.id });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../platform/outbox/outbox.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';
import type { LetterName } from './letters.js';

export const CITIZEN_MAIL = 'letter.citizen';
export const OFFICER_MAIL = 'letter.officer';
export const DIGEST_MAIL = 'letter.digest';

/** What a letter is about: a step of an item. */
export interface Occasion {
  readonly feedbackId: number;
  /** Of the journal entry. */
  readonly seq: number;
  readonly letter: LetterName;
}

/** @returns the key of a letter to the submitter: also the name by which its Message-ID is found again. */
export function citizenKey({ feedbackId, seq, letter }: Occasion): string {
  return `${CITIZEN_MAIL}:${feedbackId}:${seq}:${letter}`;
}

/** Puts letters into the outbox, in the unit of work that makes them true. Rows hold identifiers, never words. */
@Injectable()
export class LetterRows {
  constructor(private readonly outbox: Outbox) {}

  /** @param masterId the item whose answer this one shares; its entry is the occasion's. */
  async toCitizen(tx: EntityManager, occasion: Occasion, runAt: number, masterId?: number): Promise<void> {
    const payload = { ...occasion, ...(masterId === undefined ? {} : { masterId }) };
    await this.outbox.post(tx, { topic: CITIZEN_MAIL, key: citizenKey(occasion), payload, runAt });
  }

  /** One row a person: an address that fails holds up nobody else. @param about tells two letters of a kind apart. */
  async toOfficers(
    tx: EntityManager,
    staffIds: readonly number[],
    letter: { about: string; payload: OutboxPayload },
    runAt: number,
  ): Promise<void> {
    for (const staffId of staffIds) {
      await this.outbox.post(tx, {
        topic: OFFICER_MAIL,
        key: `${OFFICER_MAIL}:${letter.about}:${staffId}`,
        payload: { ...letter.payload, staffId },
        runAt,
      });
    }
  }
}

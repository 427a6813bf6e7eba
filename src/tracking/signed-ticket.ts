import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a ticket opens: the receipt just made, or one item after code and PIN. They are not interchangeable. */
export type TicketPurpose = 'receipt' | 'item';

const MINUTE = 60_000;
/** How long a ticket is good for, in milliseconds; each page of the item gives a new one. */
export const TICKET_LIFE: Readonly<Record<TicketPurpose, number>> = {
  receipt: 30 * MINUTE,
  item: 30 * MINUTE,
};

/** A signed, short-lived value for an HttpOnly cookie: the code it is for, until when, and the proof. No session row. */
export class SignedTicket {
  /** @param key derived for this use alone. */
  constructor(private readonly key: Buffer) {}

  /** @param code canonical. @param now epoch ms. */
  issue(purpose: TicketPurpose, code: string, now: number): string {
    const until = now + TICKET_LIFE[purpose];
    return `${code}.${until}.${this.proof(purpose, code, until)}`;
  }

  /** @returns the code the ticket opens, or null when it is foreign, altered, for something else, or over. */
  read(purpose: TicketPurpose, ticket: unknown, now: number): string | null {
    if (typeof ticket !== 'string') return null;
    const match = /^(PAKN-[0-9A-Z-]{5,20})\.(\d{1,16})\.([\w-]{43})$/.exec(ticket);
    if (!match) return null;
    const [, code = '', until = '', given = ''] = match;
    const right = this.proof(purpose, code, Number(until));
    if (!timingSafeEqual(Buffer.from(given), Buffer.from(right))) return null;
    return now < Number(until) ? code : null;
  }

  private proof(purpose: TicketPurpose, code: string, until: number): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${code}\n${until}`).digest('base64url');
  }
}

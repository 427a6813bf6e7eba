import { describe, expect, it } from '@jest/globals';
import { SignedTicket, TICKET_LIFE } from './signed-ticket.js';

const now = Date.parse('2026-11-21T02:00:00Z');
const code = 'PAKN-26-7K3M9QTW-4';

describe('a signed ticket', () => {
  const tickets = new SignedTicket(Buffer.alloc(32, 1));

  it('opens its item until it is over', () => {
    const ticket = tickets.issue('item', code, now);
    expect(tickets.read('item', ticket, now)).toBe(code);
    expect(tickets.read('item', ticket, now + TICKET_LIFE.item - 1)).toBe(code);
    expect(tickets.read('item', ticket, now + TICKET_LIFE.item)).toBeNull();
  });

  it('opens nothing else: another purpose, code, end, secret, or shape', () => {
    const ticket = tickets.issue('receipt', code, now);
    expect(tickets.read('item', ticket, now)).toBeNull();
    expect(tickets.read('receipt', ticket.replace('7K3M', '7K3N'), now)).toBeNull();
    expect(tickets.read('receipt', ticket.replace(/\.\d+\./, '.9999999999999.'), now)).toBeNull();
    expect(new SignedTicket(Buffer.alloc(32, 2)).read('receipt', ticket, now)).toBeNull();
    for (const wrong of [undefined, ['x'], '', 'x.y.z', `${ticket}x`, `${code}.1.đ`]) {
      expect(tickets.read('receipt', wrong, now)).toBeNull();
    }
  });
});

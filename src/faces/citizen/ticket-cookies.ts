import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../../platform/kernel/clock.js';
import { Cookies } from '../../platform/web/cookies.js';
import { SignedTicket, TICKET_LIFE, type TicketPurpose } from '../../tracking/signed-ticket.js';

const NAMES: Readonly<Record<TicketPurpose, string>> = { receipt: 'receipt', item: 'item' };

/** Keeps tickets in the citizen's browser: HttpOnly, short-lived, never in an address. */
@Injectable()
export class TicketCookies {
  constructor(
    private readonly tickets: SignedTicket,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
  ) {}

  /** @param code canonical, of the item that was just sent, or opened by code and PIN. */
  give(response: Response, purpose: TicketPurpose, code: string): void {
    const ticket = this.tickets.issue(purpose, code, this.clock.now());
    this.cookies.write(response, NAMES[purpose], ticket, TICKET_LIFE[purpose]);
  }

  /** @returns the code of the item that the browser may see, or null. */
  read(request: Request, purpose: TicketPurpose): string | null {
    return this.tickets.read(purpose, this.cookies.read(request, NAMES[purpose]), this.clock.now());
  }

  /** Takes every ticket back: the citizen leaves a device that others use. */
  clear(response: Response): void {
    for (const name of Object.values(NAMES)) this.cookies.clear(response, name);
  }
}

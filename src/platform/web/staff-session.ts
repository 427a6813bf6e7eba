import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../kernel/clock.js';
import { Cookies } from './cookies.js';
import { VisitorCookie } from './visitor-cookie.js';
import type { WebRequest } from './web-request.js';

export const SESSION_COOKIE = 'session';

/** Signing in and out of a browser; `accounts` decides who may. */
@Injectable()
export class StaffSession {
  constructor(
    private readonly visitors: VisitorCookie,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
  ) {}

  /** A new session under a new name: one that somebody else planted before is worth nothing. */
  async begin(request: WebRequest, { staffId, stamp }: { staffId: number; stamp: string }): Promise<void> {
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.staff = { staffId, stamp, startedAt: this.clock.now() };
    await promisify(request.session.save.bind(request.session))();
    this.visitors.replace(request, responseOf(request));
  }

  async end(request: WebRequest): Promise<void> {
    await promisify(request.session.destroy.bind(request.session))();
    const response = responseOf(request);
    response.clearCookie(this.cookies.name(SESSION_COOKIE), this.cookies.options);
    this.visitors.replace(request, response);
    request.staff = null;
  }
}

function responseOf({ res }: WebRequest): Response {
  if (!res) throw new Error('the request has no response');
  return res;
}

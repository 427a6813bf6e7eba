import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { RandomSource } from '../kernel/random.js';
import { Cookies } from './cookies.js';
import type { WebRequest } from './web-request.js';

const NAME = 'visitor';
/** Long enough for a form that is finished another day on a phone that forgets its tabs. */
const KEPT = 30 * 24 * 3_600_000;

/** A random name for a browser, signed, without a row anywhere: what CSRF tokens are bound to. */
@Injectable()
export class VisitorCookie {
  constructor(
    private readonly cookies: Cookies,
    private readonly random: RandomSource,
  ) {}

  read(request: WebRequest): string | null {
    return this.cookies.read(request, NAME);
  }

  /** Who only reads gets no cookie; the first form gives it, every further one prolongs it. */
  ensure(request: WebRequest, response: Response): string {
    request.visitorId ??= this.random.token();
    this.cookies.write(response, NAME, request.visitorId, KEPT);
    return request.visitorId;
  }

  /** At signing in and out: tokens from before are void. */
  replace(request: WebRequest, response: Response): void {
    request.visitorId = null;
    this.ensure(request, response);
  }
}

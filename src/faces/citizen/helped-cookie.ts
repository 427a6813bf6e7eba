import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Secrets } from '../../platform/config/secrets.js';
import { Cookies } from '../../platform/web/cookies.js';

const NAME = 'helped';
const KEPT = 30 * 24 * 3_600_000;
/** Short enough for a cookie; whoever presses more often loses the oldest. */
const MOST = 100;
const LENGTH = 8;

/** Remembers in the browser alone which answers helped, as keyed hashes: whoever looks into it learns no numbers. */
@Injectable()
export class HelpedCookie {
  private readonly secret: Buffer;

  constructor(
    private readonly cookies: Cookies,
    secrets: Secrets,
  ) {
    this.secret = secrets.derive('helped');
  }

  has(request: Request, number: number): boolean {
    return this.read(request).includes(this.hash(number));
  }

  add(request: Request, response: Response, number: number): void {
    const mark = this.hash(number);
    const marks = [...this.read(request).filter((other) => other !== mark), mark].slice(-MOST);
    this.cookies.write(response, NAME, marks.join(''), KEPT);
  }

  private read(request: Request): string[] {
    return this.cookies.read(request, NAME)?.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? [];
  }

  private hash(number: number): string {
    return createHmac('sha256', this.secret).update(String(number)).digest('base64url').slice(0, LENGTH);
  }
}

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/kernel/clock.js';
import { Cookies } from '../platform/web/cookies.js';
import { SecretBox } from './secret-box.js';

const NAME = 'half';
/** Long enough to fetch a telephone from the next room. */
const KEPT = 8 * 60_000;

/** A right password whose code is still to come. It opens nothing but the page that asks for the code. */
export interface HalfSignIn {
  readonly staffId: number;
  readonly sessionStamp: string;
  readonly username: string;
  /** Where to go on, or ''. */
  readonly tiep: string;
}

/** Keeps the half sign-in sealed in the browser: no session and no row, until the code was right as well. */
@Injectable()
export class HalfSignedIn {
  constructor(
    private readonly cookies: Cookies,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  begin(response: Response, half: HalfSignIn): void {
    const text = JSON.stringify({ ...half, until: this.clock.now() + KEPT });
    this.cookies.write(response, NAME, this.box.seal('half-signed-in', NAME, text), KEPT);
  }

  /** @returns null where there is none, or its time is over. */
  read(request: Request): HalfSignIn | null {
    const sealed = this.cookies.read(request, NAME);
    const text = sealed === null ? null : this.box.open('half-signed-in', NAME, sealed);
    if (text === null) return null;
    const { until, ...half } = JSON.parse(text) as HalfSignIn & { readonly until: number };
    return until > this.clock.now() ? half : null;
  }

  end(response: Response): void {
    this.cookies.clear(response, NAME);
  }
}

import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Settings } from '../config/settings.js';

/** The product's cookies, all alike: readable by no script, not sent from other sites, tied to this host under https. */
@Injectable()
export class Cookies {
  readonly options: CookieOptions;
  private readonly prefix: string;

  constructor(settings: Settings) {
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.https };
    this.prefix = settings.https ? '__Host-' : '';
  }

  /** @returns the name as browsers see it. */
  name(plain: string): string {
    return this.prefix + plain;
  }

  /** @returns the value, or null where the cookie is missing, its signature not ours, or made for another cookie. */
  read(request: Request, name: string): string | null {
    // An error page can be asked for before the cookies were read.
    const signed = (request as { signedCookies?: Record<string, unknown> }).signedCookies;
    const value = signed?.[this.name(name)];
    const mark = `${name}.`;
    return typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : null;
  }

  /**
   * The signature covers the name as well: what was signed for one cookie is worth nothing in another.
   * @param maxAge milliseconds; without it the cookie goes with the browser's session.
   */
  write(response: Response, name: string, value: string, maxAge?: number): void {
    response.cookie(this.name(name), `${name}.${value}`, {
      ...this.options,
      signed: true,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.name(name), this.options);
  }
}

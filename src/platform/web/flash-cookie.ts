import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cookies } from './cookies.js';
import type { Flash } from './page.js';

const NAME = 'flash';
const KEPT = 5 * 60_000;

/** The sentence for the next page travels in a signed cookie: citizens have no session, and it needs no row. */
@Injectable()
export class FlashCookie {
  constructor(private readonly cookies: Cookies) {}

  put(response: Response, { tone, key, params }: Flash): void {
    this.cookies.write(response, NAME, JSON.stringify({ tone, key, params }), KEPT);
  }

  /** @returns the sentence, once. */
  take(request: Request, response: Response): Flash | null {
    const value = this.cookies.read(request, NAME);
    if (value === null) return null;
    this.cookies.clear(response, NAME);
    return JSON.parse(value) as Flash;
  }
}

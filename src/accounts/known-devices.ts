import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Secrets } from '../platform/config/secrets.js';
import { RandomSource } from '../platform/kernel/random.js';
import { Cookies } from '../platform/web/cookies.js';
import { knownDevice, rememberDevice } from './known-device.js';
import { normaliseUsername } from './username.js';

const NAME = 'device';
/** Prolonged at every sign-in; who stays away longer counts as new here, and loses nothing by it. */
const KEPT = 180 * 24 * 3_600_000;

/** Keeps in the browser where people have signed in before; what that is good for says `attemptKeys`. */
@Injectable()
export class KnownDevices {
  private readonly key: Buffer;

  constructor(
    private readonly cookies: Cookies,
    private readonly random: RandomSource,
    secrets: Secrets,
  ) {
    this.key = secrets.derive('known-devices');
  }

  /** @returns the device's nonce for that person, or null when they have not signed in here before. */
  of(request: Request, username: string): string | null {
    return knownDevice(this.cookies.read(request, NAME), normaliseUsername(username), this.key);
  }

  /** After a sign-in. */
  remember(request: Request, response: Response, username: string): void {
    const before = this.cookies.read(request, NAME);
    const cookie = rememberDevice(before, normaliseUsername(username), this.key, this.random);
    this.cookies.write(response, NAME, cookie, KEPT);
  }
}

import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../platform/config/secrets.js';
import { RandomSource } from '../platform/kernel/random.js';

/**
 * Secrets that partners check messages with. The database holds a random salt alone; the secret is made of it with a
 * key of the installation, so that a stolen copy of the database signs nothing.
 */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly secrets: Secrets,
    private readonly random: RandomSource,
  ) {}

  /** @returns a salt for a new secret. */
  newSalt(): string {
    return `${this.secrets.pinKeyVersion}.${this.random.token()}`;
  }

  /** @returns the secret as the partner holds it, `whsec_…`. */
  of(salt: string): string {
    const version = Number(salt.split('.', 1)[0]);
    const mac = createHmac('sha256', this.secrets.pinKey(version)).update(`lang-nghe/webhook/${salt}`);
    return `whsec_${mac.digest('base64url')}`;
  }
}

/**
 * @param seconds of the epoch, when it is sent
 * @param secrets one, or both while the receiver changes over
 * @returns the header: `t=<seconds>,v1=<hex>[,v1=<hex>]`, HMAC-SHA256 over `<seconds>.<body>` with the secret's text as key.
 */
export function signatureOf(body: string, seconds: number, secrets: readonly string[]): string {
  const macs = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'),
  );
  return [`t=${seconds}`, ...macs.map((mac) => `v1=${mac}`)].join(',');
}

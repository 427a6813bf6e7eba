import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../platform/config/secrets.js';
import { RandomSource } from '../platform/kernel/random.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** What the key is for; each use has a key of its own. */
export type BoxUse = 'second-factor' | 'recovery-code' | 'half-signed-in' | 'invitation';

/** Keeps things secret with the installation's key: who reads the table or the cookie learns nothing from it. */
@Injectable()
export class SecretBox {
  constructor(
    private readonly secrets: Secrets,
    private readonly random: RandomSource,
  ) {}

  /** @param place where the box belongs: it opens nowhere else. @returns base64url: nonce, tag, sealed text. */
  seal(use: BoxUse, place: string, text: string): string {
    const nonce = Buffer.from(this.random.token(), 'base64url').subarray(0, NONCE);
    const cipher = createCipheriv(CIPHER, this.secrets.derive(use), nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @returns the text, or null for a box that was changed, sealed elsewhere or with another key. */
  open(use: BoxUse, place: string, box: string): string | null {
    const bytes = Buffer.from(box, 'base64url');
    if (bytes.length < NONCE + TAG) return null;
    const cipher = createDecipheriv(CIPHER, this.secrets.derive(use), bytes.subarray(0, NONCE));
    cipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    try {
      return cipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + cipher.final('utf8');
    } catch {
      return null;
    }
  }

  /** @returns what only this installation can make of the text, 43 characters, base64url. */
  mark(use: BoxUse, text: string): string {
    return createHmac('sha256', this.secrets.derive(`${use}/mark`))
      .update(text)
      .digest('base64url');
  }
}

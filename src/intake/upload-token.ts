import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f]{40})\.([\w-]{43})$/;

/** What a form carries instead of a file: its stored name, and the proof that we gave it out. */
export class UploadToken {
  /** @param key derived for this use alone */
  constructor(private readonly key: Buffer) {}

  of(storedName: string): string {
    return `${storedName}.${this.proof(storedName)}`;
  }

  /** @returns the stored name; null where the token is foreign or altered. */
  read(token: unknown): string | null {
    const [, storedName = '', given = ''] = (typeof token === 'string' && TOKEN.exec(token)) || [];
    if (storedName === '') return null;
    return timingSafeEqual(Buffer.from(given), Buffer.from(this.proof(storedName))) ? storedName : null;
  }

  private proof(storedName: string): string {
    return createHmac('sha256', this.key).update(`upload\n${storedName}`).digest('base64url');
  }
}

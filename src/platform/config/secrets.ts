import { createHmac } from 'node:crypto';

/** The keys of the installation. Whoever loses them loses the PINs of all receipts, so they belong into the backup. */
export class Secrets {
  constructor(
    /** Signs cookies and binds CSRF tokens; a new one ends every session and nothing else. */
    readonly sessionSecret: string,
    /** PINs are HMAC(key of a version, code): old versions stay, so that receipts in people's hands stay true. */
    readonly pinKeys: ReadonlyMap<number, Buffer>,
  ) {}

  /** The version that new receipts use. */
  get pinKeyVersion(): number {
    return Math.max(...this.pinKeys.keys());
  }

  /** @throws Error for a version that this installation never had: the key file belongs to other data. */
  pinKey(version: number): Buffer {
    const key = this.pinKeys.get(version);
    if (!key) throw new Error(`secrets.json has no PIN key of version ${version}`);
    return key;
  }

  /** A key of its own for each use, so that a token made for one cannot serve another. */
  derive(purpose: string): Buffer {
    return createHmac('sha256', this.sessionSecret).update(`lang-nghe/${purpose}`).digest();
  }
}

import { randomBytes, randomInt } from 'node:crypto';

/** The one source of chance, so that tests and the demo can seed it. */
export abstract class RandomSource {
  /** @returns an integer in [0, bound). */
  abstract below(bound: number): number;
  /** @returns a secret of 32 bytes, base64url, for tokens. */
  abstract token(): string;
}

export class SecureRandom extends RandomSource {
  below(bound: number): number {
    return randomInt(bound);
  }

  token(): string {
    return randomBytes(32).toString('base64url');
  }
}

/** mulberry32: the same seed gives the same demo and the same test. Never for secrets. */
export class SeededRandom extends RandomSource {
  constructor(private state: number) {
    super();
  }

  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  token(): string {
    return Array.from({ length: 43 }, () => 'ABCDEFGHJKMNPQRSTVWXYZabcdefghjk'[this.below(32)]).join('');
  }
}

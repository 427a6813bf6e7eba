import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { RandomSource } from '../platform/kernel/random.js';
import { BoundedGate } from './bounded-gate.js';
import { normalisePassword } from './password-rules.js';

/** argon2id (the package's default kind); 19 MiB, two passes: RFC 9106 by way of OWASP's smallest recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Two at a time leave the other half of libuv's four threads to files and DNS. */
const AT_A_TIME = 2;
const LINE = 50;
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
/** The hash of 32 forgotten random bytes, at the cost above (a test compares): what unknown users are checked against. */
export const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$/AK5igD4Htqk6+JWtcJDYw$Xr3AHI4IH4UeWrXvdxLkETF3yPvO6OWARVq0gdTQfEI';

/** Hashes and compares passwords. Slow by design: never inside a unit of work, never on a citizen's path. */
@Injectable()
export class PasswordService {
  private readonly gate = new BoundedGate(AT_A_TIME, LINE);

  constructor(private readonly random: RandomSource) {}

  /** @returns the hash in PHC form, salt and cost inside. @throws DomainError `unavailable` under a flood. */
  hash(password: string): Promise<string> {
    return this.gate.pass(() => hash(normalisePassword(password), COST));
  }

  /**
   * @param stored null for a user who does not exist: then the hash of nobody’s password is compared, at the same cost.
   * @throws DomainError `unavailable` under a flood.
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const same = await this.gate.pass(() => verify(stored ?? NOBODYS, normalisePassword(password)));
    return same && stored !== null;
  }

  /** @returns a password to hand over, `xk3m-9qtw-4h7b-zd2p`: 79 bits, without letters that look alike. */
  generate(): string {
    const group = () =>
      Array.from({ length: 4 }, () => ALPHABET[this.random.below(ALPHABET.length)]).join('');
    return [group(), group(), group(), group()].join('-');
  }
}

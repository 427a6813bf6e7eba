import { hash } from '@node-rs/argon2';
import { PasswordService } from '../../src/accounts/password.service.js';
import { normalisePassword } from '../../src/accounts/password-rules.js';

const COST = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

/**
 * The product's own passwords, hashed at a fifteenth of the price: a run lays some thousand accounts and signs in as
 * often. A hash names its cost, so that comparing stays the product's; `password.service.spec.ts` holds the real cost.
 */
export class CheapPasswords extends PasswordService {
  override hash(password: string): Promise<string> {
    return hash(normalisePassword(password), COST);
  }
}

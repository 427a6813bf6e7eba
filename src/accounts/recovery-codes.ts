import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RandomSource } from '../platform/kernel/random.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecretBox } from './secret-box.js';

const COUNT = 10;
/** Without letters that look alike on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const HALF = 5;

/** Ten codes on paper, each good once where the telephone is not at hand. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly box: SecretBox,
    private readonly random: RandomSource,
  ) {}

  /** Takes the place of all earlier ones. @returns the codes, `xk3m9-qtw4h`, readable this once. */
  async replace(tx: EntityManager, staffId: number): Promise<string[]> {
    const codes = new Set<string>();
    while (codes.size < COUNT) codes.add(`${this.half()}-${this.half()}`);
    await this.forget(tx, staffId);
    await tx.insert(
      RecoveryCode,
      [...codes].map((code) => ({ staffId, hash: this.hash(staffId, code) })),
    );
    return [...codes];
  }

  /** @returns whether it was one of theirs, which it is no longer: two requests with one code are one sign-in. */
  async spend(tx: EntityManager, staffId: number, typed: string): Promise<boolean> {
    const { affected } = await tx.delete(RecoveryCode, { staffId, hash: this.hash(staffId, typed) });
    return affected === 1;
  }

  async forget(tx: EntityManager, staffId: number): Promise<void> {
    await tx.delete(RecoveryCode, { staffId });
  }

  private half(): string {
    return Array.from({ length: HALF }, () => ALPHABET[this.random.below(ALPHABET.length)]).join('');
  }

  /** Capitals, blanks and dashes are as people type them. */
  private hash(staffId: number, typed: string): string {
    const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
    return this.box.mark('recovery-code', `${staffId}:${code}`);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RandomSource } from '../platform/kernel/random.js';
import { newTrackingCode } from '../platform/kernel/tracking-code.js';
import { Feedback } from './feedback.entity.js';

/** Tracking codes that nobody has yet. */
@Injectable()
export class FreeCode {
  constructor(private readonly random: RandomSource) {}

  /** @param instant epoch ms; the code carries its year. */
  async next(tx: EntityManager, instant: number): Promise<string> {
    const code = newTrackingCode(instant, this.random);
    return (await tx.existsBy(Feedback, { code })) ? this.next(tx, instant) : code;
  }
}

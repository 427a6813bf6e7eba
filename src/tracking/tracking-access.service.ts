import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { DomainError } from '../platform/kernel/errors.js';
import { parseTrackingCode } from '../platform/kernel/tracking-code.js';
import { AttemptLimiter } from '../platform/web/attempt-limiter.js';
import { placeOf } from '../platform/web/network-place.js';
import { TrackingPin } from './tracking-pin.js';

/** Stands in for what cannot be a code, so that the same work is done for it. */
const NO_CODE = 'PAKN-00-00000000-0';

/** Opens an item to whoever shows its code and its PIN. */
@Injectable()
export class TrackingAccess {
  constructor(
    private readonly pins: TrackingPin,
    private readonly limiter: AttemptLimiter,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /**
   * The PIN follows from the code alone, so it is compared before the item is looked for: a wrong code and a
   * wrong PIN take the same way, in the same time, to the same answer.
   * @param address where the attempt comes from; guesses are counted by the code, wrong ones by the place as well:
   *   behind one address of a mobile network sit thousands, and whoever guesses there must not keep the others out.
   * @returns the code in canonical form.
   * @throws DomainError invalid (they do not fit together), too-many (guessed too often; slow down).
   */
  async open(typedCode: string, typedPin: string, address: string): Promise<string> {
    const code = parseTrackingCode(typedCode);
    const place = placeOf(address);
    const counted = guessKeys(code ?? typedCode, place);
    await this.limiter.check(...counted);
    const fits = this.pins.matches(code ?? NO_CODE, typedPin);
    if (code === null || !fits || !(await this.items.existsBy({ code }))) {
      await this.limiter.check(`address:pin@${place}`);
      throw new DomainError('invalid', 'tracking.mismatch');
    }
    await this.limiter.succeeded(...counted);
    return code;
  }
}

/**
 * Strict for one code from one place; gentle for a code from everywhere together, so that whoever has learnt a
 * code cannot lock its citizen out. What cannot be a code is counted as typed.
 */
function guessKeys(code: string, place: string): string[] {
  return [`pin:${code}@${place}`, `account:pin/${code}`];
}

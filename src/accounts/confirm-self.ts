import { Injectable } from '@nestjs/common';
import { OwnPassword } from './own-password.js';
import { SecondFactorCheck } from './second-factor-check.js';

/** Password and code once more, before the second step itself is changed. */
@Injectable()
export class ConfirmSelf {
  constructor(
    private readonly password: OwnPassword,
    private readonly code: SecondFactorCheck,
  ) {}

  /** The password first, so that a slip of it costs no code. @throws DomainError `invalid` with `current` or `code`; `too-many`. */
  async confirm(staffId: number, password: string, code: string): Promise<void> {
    await this.password.check(staffId, password);
    await this.code.pass(staffId, code);
  }
}

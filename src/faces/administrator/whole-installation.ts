import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

/** What holds for every agency alike is changed by those who administer the authority that runs the installation. */
@Injectable()
export class WholeInstallation {
  /** @throws DomainError `forbidden` for administrators of a part: one commune does not word another's letters. */
  require(admin: SignedIn): Promise<void> {
    if (admin.rolesOverAll?.includes('ADMIN')) return Promise.resolve();
    throw new DomainError('forbidden', 'errors.overAllOnly');
  }
}

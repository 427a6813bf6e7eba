import { Injectable } from '@nestjs/common';
import { covers, staffActor } from '../../accounts/staff-actor.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

/** What holds for every agency alike is changed by those who administer the authority that runs the installation. */
@Injectable()
export class WholeInstallation {
  constructor(private readonly directory: AgencyDirectory) {}

  /** @throws DomainError `forbidden` for administrators of a part: one commune does not word another's letters. */
  async require(admin: SignedIn): Promise<void> {
    const authority = await this.directory.intakeRoot();
    if (authority && covers(staffActor(admin), 'ADMIN', authority.path)) return;
    throw new DomainError('forbidden', 'administrator.wholeOnly');
  }
}

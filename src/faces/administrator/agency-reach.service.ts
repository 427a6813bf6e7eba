import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';

/** The agencies that an administrator may change; one answer for those that do not exist and those out of reach. */
@Injectable()
export class AgencyReach {
  constructor(private readonly directory: AgencyDirectory) {}

  /** @param code as the address has it. @throws DomainError `not-found` */
  async open(admin: SignedIn, code: string): Promise<Readonly<Agency>> {
    const row = await this.directory.byCode(code);
    if (!row || !this.has(admin, row)) throw new DomainError('not-found', 'errors.page.notFound.title');
    return row;
  }

  has(admin: SignedIn, { path }: Pick<Agency, 'path'>): boolean {
    return topsOf(admin).some((top) => path.startsWith(top));
  }
}

import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';

/** What concerns everybody (the calendar, terms for all agencies) is decided where the installation is run. */
@Injectable()
export class Authority {
  constructor(private readonly agencies: AgencyDirectory) {}

  /** @returns whether the person administers the agency that runs the installation, with all below it. */
  async overAll(admin: SignedIn): Promise<boolean> {
    const top = await this.agencies.intakeRoot();
    return top !== null && this.over(admin, top);
  }

  /** @returns whether the agency lies in the person's reach; null stands for all agencies. */
  async overAgency(admin: SignedIn, agency: { readonly path: string } | null): Promise<boolean> {
    return agency === null ? this.overAll(admin) : this.over(admin, agency);
  }

  /** @throws DomainError forbidden */
  async requireOver(admin: SignedIn, agency: { readonly path: string } | null): Promise<void> {
    if (!(await this.overAgency(admin, agency))) throw new DomainError('forbidden', 'terms.notYours');
  }

  private over(admin: SignedIn, { path }: { readonly path: string }): boolean {
    return topsOf(admin).some((top) => path.startsWith(top));
  }
}

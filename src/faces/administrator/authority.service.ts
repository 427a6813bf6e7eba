import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';

/** What concerns everybody (the calendar, terms for all agencies) is decided where the installation is run. */
@Injectable()
export class Authority {
  /** @returns whether the person administers the agency that runs the installation, with all below it. */
  overAll({ rolesOverAll = [] }: SignedIn): boolean {
    return rolesOverAll.includes('ADMIN');
  }

  /** @returns whether the agency lies in the person's reach; null stands for all agencies. */
  overAgency(admin: SignedIn, agency: { readonly path: string } | null): boolean {
    return agency === null ? this.overAll(admin) : topsOf(admin).some((top) => agency.path.startsWith(top));
  }

  /** @throws DomainError forbidden */
  requireOver(admin: SignedIn, agency: { readonly path: string } | null): void {
    if (!this.overAgency(admin, agency)) throw new DomainError('forbidden', 'terms.notYours');
  }
}

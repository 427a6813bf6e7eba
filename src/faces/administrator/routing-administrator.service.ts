import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import { RuleList } from '../../routing/rule-list.query.js';
import { WholeInstallation } from './whole-installation.js';

/** The rules are one list for the whole installation: whoever administers all of it keeps them. */
@Injectable()
export class RoutingAdministrator {
  constructor(
    private readonly whole: WholeInstallation,
    private readonly rules: RuleList,
  ) {}

  /** @throws DomainError forbidden for administrators of a part. */
  check(admin: SignedIn): Promise<void> {
    return this.whole.require(admin);
  }

  /** @param id as the address has it. @throws DomainError forbidden, not-found. */
  async open(admin: SignedIn, id: string): Promise<RoutingRule> {
    await this.check(admin);
    const rule = /^\d{1,9}$/.test(id) ? await this.rules.byId(Number(id)) : null;
    if (!rule) throw new DomainError('not-found', 'errors.page.notFound.title');
    return rule;
  }
}

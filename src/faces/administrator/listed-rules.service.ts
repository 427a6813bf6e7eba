import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import { RuleList } from '../../routing/rule-list.query.js';

/** A rule as an address names it. */
@Injectable()
export class ListedRules {
  constructor(private readonly rules: RuleList) {}

  /** @throws DomainError not-found, for what is no number too. */
  async open(id: string): Promise<RoutingRule> {
    const rule = /^\d{1,9}$/.test(id) ? await this.rules.byId(Number(id)) : null;
    if (!rule) throw new DomainError('not-found', 'errors.page.notFound.title');
    return rule;
  }
}

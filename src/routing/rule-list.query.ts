import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { Procedure } from '../directory/procedure.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { RoutingRule } from './routing-rule.entity.js';
import type { RuleNames } from './rule-reasons.js';
import { type RuleTarget, ruleTarget } from './rule-target.js';

/** A rule with where it leads today. */
export interface ListedRule {
  readonly rule: RoutingRule;
  readonly target: RuleTarget;
}

/** The rules as they are to be read and asked. */
@Injectable()
export class RuleList {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns all rules in their order, those that are switched off among them. */
  async all(): Promise<ListedRule[]> {
    return this.listed(
      await this.source.manager.find(RoutingRule, { order: { position: 'ASC', id: 'ASC' } }),
    );
  }

  /** @returns the rules that count, in their order: switched on, with an agency that is alive. */
  async inForce(): Promise<ListedRule[]> {
    const where = { active: true };
    const rules = await this.source.manager.find(RoutingRule, {
      where,
      order: { position: 'ASC', id: 'ASC' },
    });
    return (await this.listed(rules)).filter(({ target }) => target.agency !== null);
  }

  /** @returns names for what these rules ask. */
  async namesFor(rules: readonly RoutingRule[]): Promise<RuleNames & { fieldOf(id: number): number | null }> {
    const { manager } = this.source;
    const procedures = new Map(
      (await manager.findBy(Procedure, { id: In(present(rules.map((rule) => rule.procedureId))) })).map(
        (one) => [one.id, one],
      ),
    );
    const fields = new Map(
      (await manager.findBy(ProcedureField, { id: In(present(rules.map((rule) => rule.fieldId))) })).map(
        ({ id, name }) => [id, name],
      ),
    );
    return {
      procedure: (id) => {
        const found = procedures.get(id);
        return found ? `${found.name} (${found.code})` : '';
      },
      field: (id) => fields.get(id) ?? '',
      fieldOf: (id) => procedures.get(id)?.fieldId ?? null,
    };
  }

  async byId(id: number): Promise<RoutingRule | null> {
    return this.source.manager.findOneBy(RoutingRule, { id });
  }

  /** @returns the fields that a rule may ask for, by name. */
  fields(): Promise<ProcedureField[]> {
    return this.source.manager.find(ProcedureField, { order: { name: 'ASC' } });
  }

  private async listed(rules: readonly RoutingRule[]): Promise<ListedRule[]> {
    const [all, tree, today] = [
      await this.agencies.all(),
      await this.agencies.tree(),
      dayOf(this.clock.now()),
    ];
    return rules.map((rule) => ({ rule, target: ruleTarget(rule.agencyId, all, tree, today) }));
  }
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].filter((id) => id !== null);
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { Procedure } from '../directory/procedure.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import type { AuditDetails } from '../platform/audit/audit-entry.entity.js';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, StaleVersionError } from '../platform/kernel/errors.js';
import { RoutingRule } from './routing-rule.entity.js';
import { duplicateOf, faultsOf, type RuleDraft, type RuleFaults } from './rule-checks.js';

/** Keeps the ordered rules: whatever is stored here can be asked, and nothing that is switched on contradicts another. */
@Injectable()
export class RuleBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /**
   * A new rule is switched off, and stands before one that takes everything else.
   * @returns its id. @throws DomainError invalid, beside the fields at fault.
   */
  add(draft: RuleDraft, staffId: number): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const checked = await this.checked(tx, draft);
      const rules = await ordered(tx);
      const rest = checked.everythingElse ? -1 : rules.findIndex((rule) => rule.everythingElse);
      const fresh = tx.create(RoutingRule, {
        ...checked,
        ...this.changed(staffId),
        active: false,
        position: 0,
        version: 1,
      });
      await tx.insert(RoutingRule, fresh);
      rules.splice(rest === -1 ? rules.length : rest, 0, fresh);
      await renumber(tx, rules);
      await this.note(tx, staffId, 'add', fresh.id);
      return fresh.id;
    });
  }

  /**
   * @param version what the administrator saw.
   * @throws DomainError invalid beside the fields; not-found; conflict where somebody was faster.
   */
  change(id: number, version: number, draft: RuleDraft, staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { active } = await found(tx, id);
      const checked = await this.checked(tx, draft);
      if (active) await refuseDuplicate(tx, { ...checked, id }, 'everythingElse');
      const changes = { ...checked, ...this.changed(staffId), version: version + 1 };
      const { affected } = await tx.update(RoutingRule, { id, version }, changes);
      if (affected !== 1) throw new StaleVersionError();
      await this.note(tx, staffId, 'change', id);
    });
  }

  /** @throws DomainError conflict, where a rule that is on asks the same, or the agency is gone without a successor. */
  switchOn(id: number, staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const rule = await found(tx, id);
      if (!(await this.leadsSomewhere(rule.agencyId)))
        throw new DomainError('conflict', 'routing.fault.agencyGone');
      await refuseDuplicate(tx, rule, null);
      await this.set(tx, rule, { active: true }, staffId);
    });
  }

  switchOff(id: number, staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => this.set(tx, await found(tx, id), { active: false }, staffId));
  }

  /** Changes places with its neighbour; at the end of the list nothing happens. */
  move(id: number, where: 'up' | 'down', staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const rules = await ordered(tx);
      const at = rules.findIndex((rule) => rule.id === id);
      const to = at + (where === 'up' ? -1 : 1);
      const [rule, neighbour] = [rules[at], rules[to]];
      if (!rule) throw new DomainError('not-found', 'errors.notFound');
      if (!neighbour) return;
      rules[at] = neighbour;
      rules[to] = rule;
      await renumber(tx, rules);
      await this.note(tx, staffId, 'move', id, { position: to + 1 });
    });
  }

  /** @throws DomainError conflict while it is switched on. */
  remove(id: number, staffId: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if ((await found(tx, id)).active) throw new DomainError('conflict', 'routing.fault.removeActive');
      await tx.delete(RoutingRule, { id });
      await renumber(tx, await ordered(tx));
      await this.note(tx, staffId, 'remove', id);
    });
  }

  /** @returns what is wrong with the rule by itself, beside the fields of the form. */
  faultsOf(draft: RuleDraft): Promise<RuleFaults> {
    return this.faultsIn(this.source.manager, draft);
  }

  private async checked(tx: EntityManager, draft: RuleDraft): Promise<RuleDraft & { agencyId: number }> {
    const faults = await this.faultsIn(tx, draft);
    const { agencyId } = draft;
    if (agencyId === null || Object.keys(faults).length > 0)
      throw new DomainError('invalid', 'errors.invalid', {}, faults);
    return { ...draft, agencyId };
  }

  private async faultsIn(manager: EntityManager, draft: RuleDraft): Promise<RuleFaults> {
    const { procedureId, fieldId, agencyId } = draft;
    const procedure = procedureId === null ? null : await manager.findOneBy(Procedure, { id: procedureId });
    const isField = fieldId === null || (await manager.existsBy(ProcedureField, { id: fieldId }));
    const tree = await this.agencies.tree();
    const alive = agencyId !== null && tree.isAlive(agencyId, dayOf(this.clock.now()));
    return {
      ...faultsOf(draft, () => procedure?.fieldId ?? null),
      ...(isField ? {} : { fieldId: { key: 'routing.fault.field' } }),
      ...(alive ? {} : { agency: { key: 'routing.fault.agency' } }),
    };
  }

  private async leadsSomewhere(agencyId: number): Promise<boolean> {
    const [tree, today] = [await this.agencies.tree(), dayOf(this.clock.now())];
    return tree.isAlive(agencyId, today) || tree.isAlive(tree.successorOf(agencyId), today);
  }

  private async set(
    tx: EntityManager,
    rule: RoutingRule,
    to: { active: boolean },
    staffId: number,
  ): Promise<void> {
    const { id, version } = rule;
    if (rule.active === to.active) return;
    await tx.update(RoutingRule, { id }, { ...to, ...this.changed(staffId), version: version + 1 });
    await this.note(tx, staffId, to.active ? 'switchOn' : 'switchOff', id);
  }

  private note(
    tx: EntityManager,
    staffId: number,
    verb: string,
    id: number,
    details: AuditDetails | null = null,
  ): Promise<void> {
    const note = { action: `routingRule.${verb}`, subjectKind: 'routingRule', subject: id, details };
    return this.audit.record(tx, auditedStaff({ staffId }), note);
  }

  private changed(staffId: number): Pick<RoutingRule, 'changedById' | 'changedAt'> {
    return { changedById: staffId, changedAt: this.clock.now() };
  }
}

function ordered(tx: EntityManager): Promise<RoutingRule[]> {
  return tx.find(RoutingRule, { order: { position: 'ASC', id: 'ASC' } });
}

async function found(tx: EntityManager, id: number): Promise<RoutingRule> {
  const rule = await tx.findOneBy(RoutingRule, { id });
  if (!rule) throw new DomainError('not-found', 'errors.notFound');
  return rule;
}

async function renumber(tx: EntityManager, rules: readonly RoutingRule[]): Promise<void> {
  for (const [at, { id, position }] of rules.entries())
    if (position !== at + 1) await tx.update(RoutingRule, { id }, { position: at + 1 });
}

/** @param field beside which it is said; null for a step without a form. */
async function refuseDuplicate(
  tx: EntityManager,
  rule: RuleDraft & { id: number },
  field: string | null,
): Promise<void> {
  const other = duplicateOf(rule, await ordered(tx));
  if (!other) return;
  const same = other.agencyId === rule.agencyId;
  const message = {
    key: same ? 'routing.fault.repeats' : 'routing.fault.contradicts',
    params: { name: other.name },
  };
  if (field === null) throw new DomainError('conflict', message.key, message.params);
  throw new DomainError('invalid', 'errors.invalid', {}, { [field]: message });
}

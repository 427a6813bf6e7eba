import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { ProcedureChoice } from '../../directory/procedure-choice.service.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import type { RuleDraft } from '../../routing/rule-checks.js';
import { type RoutingRuleForm, typedOf } from './routing-rule.form.js';
import type { RuleFindings } from './routing-rule.view.js';

/** Between the rule's form, which speaks in codes, and the rule, which keeps keys. */
@Injectable()
export class RuleForms {
  constructor(
    private readonly procedures: ProcedureSearch,
    private readonly procedureChoice: ProcedureChoice,
    private readonly agencies: AgencyChoice,
    private readonly directory: AgencyDirectory,
  ) {}

  /**
   * @param faults of the fields by themselves.
   * @returns the draft, and what of the form names nothing.
   */
  async draftOf(
    form: RoutingRuleForm,
    faults: FieldErrors,
  ): Promise<{ draft: RuleDraft; errors: FieldErrors }> {
    const procedure = form.procedureCode === '' ? null : await this.procedures.byCode(form.procedureCode);
    const errors: Record<string, Message> = {};
    if (form.procedureCode !== '' && !procedure) errors.procedureCode = { key: 'routing.fault.procedure' };
    const { name, place, words, everythingElse, note } = form;
    const draft = {
      ...{ name, place, words, everythingElse, note },
      // A field at fault still holds what was typed.
      fieldId: faults.fieldId ? null : form.fieldId,
      procedureId: procedure?.id ?? null,
      subject: form.subject === '' ? null : form.subject,
      agencyId: (await this.agencies.choose(form.agency))?.id ?? null,
    };
    return { draft, errors };
  }

  /** What a stored rule's form begins with. */
  async typed(rule: RoutingRule): Promise<Record<string, string | undefined>> {
    const procedure = rule.procedureId === null ? null : await this.procedures.byId(rule.procedureId);
    const agency = await this.directory.byId(rule.agencyId);
    return typedOf(rule, { procedure: procedure?.code ?? '', agency: agency?.code ?? '' });
  }

  /** @param asked the name of the field whose “find” was pressed; empty for none. */
  async findings(form: RoutingRuleForm, asked: string): Promise<RuleFindings> {
    const { procedureCode, procedureQuestion, agency, question } = form;
    const isAsked = asked === 'procedureCode' || procedureCode === '';
    return {
      procedure: await this.procedureChoice.finding(procedureCode, isAsked ? procedureQuestion : ''),
      agency: await this.agencies.finding({ code: agency, question, asked: asked === 'agency' }),
    };
  }
}

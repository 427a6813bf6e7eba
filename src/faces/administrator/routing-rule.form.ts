import { type Subject, SUBJECTS } from '../../feedback/classification.js';
import type { Message } from '../../platform/kernel/errors.js';
import { Rule } from '../../platform/web/form-field.js';
import { Choice, Hidden, Line, Text, Tick, Whole } from '../../platform/web/form-fields.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';

/** One rule as it is written. What it means as a whole is checked by the rule book. */
export class RoutingRuleForm {
  @Line({ label: 'routing.form.name', max: 120, required: true }) name: string;

  @Line({ label: 'routing.form.procedure', max: 40 })
  @Rule(procedureFault)
  procedureCode: string;

  /** What was typed to find the procedure. */
  @Line({ label: 'routing.form.procedure', max: 1_000 }) procedureQuestion: string;

  @Whole({ label: 'routing.form.field', min: 1, max: 2_000_000_000 }) fieldId: number | null;
  @Choice({ label: 'routing.form.subject', values: SUBJECTS }) subject: Subject | '';
  @Text({ label: 'routing.form.place', max: 2_000 }) place: string;
  @Text({ label: 'routing.form.words', max: 4_000 }) words: string;
  @Tick({ label: 'routing.form.everythingElse' }) everythingElse: boolean;

  /** The agency's code. */
  @Line({ label: 'routing.form.agency', max: 40 }) agency: string;
  /** What was typed to find the agency. */
  @Line({ label: 'routing.form.agency', max: 200 }) question: string;

  @Text({ label: 'routing.form.note', max: 1_000 }) note: string;

  /** Of the rule, as this administrator saw it. */
  @Hidden({ max: 10 }) version: string;
}

/** A question without an answer is no condition, though it looks like one. */
function procedureFault({ procedureCode, procedureQuestion }: RoutingRuleForm): Message | null {
  return procedureCode === '' && procedureQuestion !== '' ? { key: 'routing.fault.procedure' } : null;
}

/** @returns the stored rule as its form shows it, as a browser would send it. */
export function typedOf(
  rule: RoutingRule,
  codes: { procedure: string; agency: string },
): Record<string, string | undefined> {
  return {
    name: rule.name,
    procedureCode: codes.procedure,
    fieldId: rule.fieldId === null ? '' : String(rule.fieldId),
    subject: rule.subject ?? '',
    place: rule.place,
    words: rule.words,
    everythingElse: rule.everythingElse ? 'on' : undefined,
    agency: codes.agency,
    note: rule.note,
    version: String(rule.version),
  };
}

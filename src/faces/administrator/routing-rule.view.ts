import { SUBJECTS } from '../../feedback/classification.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { ProcedureFinding } from '../../directory/procedure-choice.service.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { RoutingRuleForm } from './routing-rule.form.js';

/** What was found for the rule's two questions. */
export interface RuleFindings {
  readonly procedure: ProcedureFinding;
  readonly agency: AgencyFinding;
}

/** One rule's form as it is to be drawn. */
export interface RuleForm {
  /** Null for a new one. */
  readonly id: number | null;
  readonly form: RoutingRuleForm;
  readonly errors: FieldErrors;
  readonly findings: RuleFindings;
  readonly fields: readonly { readonly id: number; readonly name: string }[];
}

export function rulePage({ id, form, errors, findings, fields }: RuleForm): Page {
  const view = formView(form, errors);
  return page(
    'administrator/routing-rule',
    {
      title: id === null ? 'routing.form.newTitle' : 'routing.form.editTitle',
      // A select compares texts.
      form: {
        ...view,
        values: { ...view.values, fieldId: form.fieldId === null ? '' : String(form.fieldId) },
      },
      action: id === null ? paths.routingRuleNew.to() : paths.routingRule.to({ id }),
      procedure: findings.procedure,
      agency: findings.agency,
      fieldOptions: fields.map((field) => ({ value: String(field.id), text: field.name })),
      subjects: [
        { value: '', label: 'routing.form.anySubject' },
        ...SUBJECTS.map((subject) => ({ value: subject, label: `feedback.subject.${subject}` })),
      ],
    },
    view.failed ? 422 : 200,
  );
}

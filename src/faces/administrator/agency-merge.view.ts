import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { MergeForm } from './agency.form.js';
import type { AgencyImpact } from './agency-impact.query.js';

export interface MergeShown {
  readonly ending: readonly Readonly<Agency>[];
  readonly form: MergeForm;
  readonly errors: FieldErrors;
  readonly successor: AgencyFinding;
  readonly impact: AgencyImpact;
  /** Whether the form was right and is shown once more to be confirmed. */
  readonly preview: boolean;
}

const into = (['known', 'new', 'none'] as const).map((value) => ({
  value,
  label: `directoryAdmin.merge.option.${value}`,
  hint: `directoryAdmin.merge.hint.${value}`,
}));

export function mergePage(shown: MergeShown, status: number): Page {
  const { ending, form, errors, successor, impact, preview } = shown;
  const target = { known: successor.chosen?.text ?? '', new: form.name, none: '' }[form.into];
  return page(
    'administrator/agency-merge',
    {
      title: 'directoryAdmin.merge.title',
      form: formView(form, errors),
      ending: ending.map(({ name, code }) => ({ name, code, href: paths.agency.to({ code }) })),
      codes: ending.map(({ code }) => code).join(' '),
      into,
      successor,
      impact,
      source: paths.staffAgencies.to(),
      preview: preview && { target, day: formatDay(form.day), withStaff: form.withStaff },
    },
    status,
  );
}

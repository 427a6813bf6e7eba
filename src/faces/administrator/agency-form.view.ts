import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import { AGENCY_LEVELS } from '../../directory/agency-level.js';
import type { Agency } from '../../directory/agency.entity.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyForm, MoveForm, NewAgencyForm, RenameForm } from './agency.form.js';
import type { AgencyImpact } from './agency-impact.query.js';

const levels = AGENCY_LEVELS.map((value) => ({ value, label: `directory.level.${value}` }));

const about = ({ code, name }: Readonly<Agency>) => ({
  agency: { name, href: paths.agency.to({ code }) },
});

export function editAgencyPage(
  agency: Readonly<Agency>,
  form: AgencyForm,
  errors: FieldErrors,
  status: number,
): Page {
  const model = { title: 'directoryAdmin.agency.editTitle', form: formView(form, errors), levels };
  const action = paths.agencyEdit.to({ code: agency.code });
  return page('administrator/agency-edit', { ...model, ...about(agency), action }, status);
}

export function newAgencyPage(
  form: NewAgencyForm,
  errors: FieldErrors,
  parent: AgencyFinding,
  status: number,
): Page {
  const model = { title: 'directoryAdmin.agency.newTitle', form: formView(form, errors), levels, parent };
  return page('administrator/agency-new', { ...model, source: paths.staffAgencies.to() }, status);
}

export function renamePage(
  agency: Readonly<Agency>,
  form: RenameForm,
  errors: FieldErrors,
  impact: AgencyImpact,
  status: number,
): Page {
  const model = { title: 'directoryAdmin.rename.title', form: formView(form, errors), impact };
  const action = paths.agencyRename.to({ code: agency.code });
  return page('administrator/agency-rename', { ...model, ...about(agency), action }, status);
}

export interface MoveShown {
  readonly agency: Readonly<Agency>;
  readonly form: MoveForm;
  readonly errors: FieldErrors;
  readonly impact: AgencyImpact;
  readonly parent: AgencyFinding;
}

export function movePage({ agency, form, errors, impact, parent }: MoveShown, status: number): Page {
  const model = { title: 'directoryAdmin.move.title', form: formView(form, errors), impact, parent };
  const action = paths.agencyMove.to({ code: agency.code });
  const source = paths.staffAgencies.to();
  return page('administrator/agency-move', { ...model, ...about(agency), action, source }, status);
}

import { type FormView, formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { FirstRunForm } from './first-run.form.js';

export function firstRunPage(
  form: FirstRunForm,
  errors: FieldErrors,
  agency: AgencyFinding,
  status: number,
): Page {
  return page(
    'administrator/first-run',
    {
      title: 'administrator.firstRun.title',
      form: withoutPassword(formView(form, errors)),
      agency,
      source: paths.firstRunAgencies.to(),
    },
    status,
  );
}

/** What is secret never goes back to a page. */
function withoutPassword(view: FormView): FormView {
  return { ...view, values: { ...view.values, password: '' } };
}

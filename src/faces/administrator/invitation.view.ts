import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { InviteForm } from './invite.form.js';
import { roleOptions } from './staff-list.view.js';

/** What was found for the form's two agencies: where the person works, and where the roles hold. */
export interface InviteFindings {
  readonly agency: AgencyFinding;
  readonly scope: AgencyFinding;
}

/** @param byMail whether the link goes out by mail; if not, the page says so beforehand. */
export function invitePage(
  form: InviteForm,
  errors: FieldErrors,
  findings: InviteFindings,
  byMail: boolean,
): Page {
  return page(
    'administrator/invite',
    {
      title: 'accounts.invite.title',
      form: formView(form, errors),
      ...findings,
      byMail,
      source: paths.staffAgencies.to(),
      roleOptions,
    },
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

/** The link in the administrator's own hands, this once. */
export function invitationLinkPage(
  person: { readonly id: number; readonly name: string },
  link: string,
  days: number,
): Page {
  return page('administrator/invitation-link', {
    title: 'accounts.invite.linkTitle',
    person,
    link,
    days,
  });
}

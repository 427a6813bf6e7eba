import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { AuthorityIdentity } from '../../platform/installation/authority-identity.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { HeadingForm, IdentityForm } from './authority.form.js';
import { MARK_SIZE } from './authority-mark.reader.js';

/** The page has two forms; one of them may come back with faults. */
export interface AuthorityPage {
  readonly identity: IdentityForm;
  readonly identityErrors: FieldErrors;
  readonly heading: HeadingForm;
  readonly headingErrors: FieldErrors;
  readonly mark: AuthorityIdentity['mark'];
  readonly agency: AgencyFinding;
}

export function authorityPage(shown: AuthorityPage, status: number): Page {
  const { identity, identityErrors, heading, headingErrors, mark, agency } = shown;
  return page(
    'administrator/authority',
    {
      title: 'authority.title',
      identity: formView(identity, identityErrors),
      heading: formView(heading, headingErrors),
      mark: mark && paths.authorityMark.to({ version: mark.version }),
      markSize: MARK_SIZE / 1_000,
      agency,
      source: paths.staffAgencies.to(),
    },
    status,
  );
}

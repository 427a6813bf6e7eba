import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { roleOptions } from './staff-list.view.js';

/** @param demanded the roles that the authority demands it of. */
export function secondFactorPage(demanded: readonly string[], errors: FieldErrors): Page {
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const form = formView({ demanded }, errors);
  return page('administrator/second-factor', { title: 'twoStep.rule.title', form, roleOptions }, status);
}

import type { ProcedureField } from '../../directory/procedure-field.entity.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { FieldForm } from './field.form.js';

/** @param used procedures by field. */
export function fieldListPage(
  fields: readonly ProcedureField[],
  used: ReadonlyMap<number, number>,
  form: FieldForm,
  errors: FieldErrors,
  status: number,
): Page {
  const collator = new Intl.Collator('vi');
  const rows = [...fields]
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ id, name, retired }) => ({
      name,
      href: paths.field.to({ id }),
      used: used.get(id) ?? 0,
      procedures: paths.procedures.to({ linhvuc: id }),
      state: retired ? 'directoryAdmin.fields.retired' : 'directoryAdmin.fields.inUse',
      tone: retired ? 'neutral' : 'success',
      retire: paths.fieldRetire.to({ id }),
      retireLabel: retired ? 'directoryAdmin.fields.restore' : 'directoryAdmin.fields.retire',
    }));
  const model = { title: 'directoryAdmin.fields.title', form: formView(form, errors), rows };
  return page('administrator/field-list', model, status);
}

export function fieldPage(row: ProcedureField, form: FieldForm, errors: FieldErrors, status: number): Page {
  const model = { title: 'directoryAdmin.fields.rename', form: formView(form, errors), name: row.name };
  return page('administrator/field-form', { ...model, action: paths.field.to({ id: row.id }) }, status);
}

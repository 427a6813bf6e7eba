import type { ProcedureDetails } from '../../directory/procedure-book.service.js';
import type { ProcedureField } from '../../directory/procedure-field.entity.js';
import { PROCEDURE_LEVELS, type ProcedureLevel } from '../../directory/procedure-record.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { ProcedureForm } from './procedure.form.js';

export const PROCEDURES_A_PAGE = 50;

export interface ProcedureListing {
  readonly rows: readonly Procedure[];
  readonly total: number;
  /** How many come before the first that is shown. */
  readonly first: number;
  readonly fields: readonly ProcedureField[];
  readonly form: { readonly q: string; readonly linhvuc: string; readonly hieuluc: string };
}

export function procedureListPage({ rows, total, first, fields, form }: ProcedureListing): Page {
  const names = new Map(fields.map(({ id, name }) => [id, name]));
  const at = (tu: number): string => paths.procedures.to({ ...form, tu: tu > 0 ? tu : null });
  const next = first + rows.length;
  return page('administrator/procedure-list', {
    title: 'directoryAdmin.procedures.title',
    form: formView(form),
    fields: fields.map(({ id, name }) => ({ value: String(id), text: name })),
    statuses: ['ACTIVE', 'REPEALED'].map((value) => ({ value, label: `directory.procedureStatus.${value}` })),
    total,
    rows: rows.map(({ code, name, fieldId, levels, status }) => ({
      code,
      name,
      href: paths.procedure.to({ code }),
      field: names.get(fieldId) ?? '—',
      levels: levels.map((level) => `directory.procedureLevel.${level}`),
      state: `directory.procedureStatus.${status}`,
      tone: status === 'ACTIVE' ? 'success' : 'neutral',
    })),
    previous: first > 0 ? at(Math.max(0, first - PROCEDURES_A_PAGE)) : null,
    next: next < total ? at(next) : null,
    range: { from: first + 1, to: next },
  });
}

export interface ProcedureShown {
  readonly form: ProcedureForm;
  readonly errors: FieldErrors;
  readonly fields: readonly ProcedureField[];
  /** Null for a new one. */
  readonly row: Procedure | null;
  /** Items that are about it. */
  readonly used: number;
}

export function procedureFormPage({ form, errors, fields, row, used }: ProcedureShown, status: number): Page {
  const isActive = row?.status === 'ACTIVE';
  return page(
    'administrator/procedure-form',
    {
      title: row ? 'directoryAdmin.procedure.editTitle' : 'directoryAdmin.procedure.newTitle',
      titleParams: { code: row?.code ?? '' },
      form: formView(form, errors),
      code: row?.code,
      used,
      state: row && `directory.procedureStatus.${row.status}`,
      tone: isActive ? 'success' : 'neutral',
      action: row ? paths.procedure.to({ code: row.code }) : paths.procedureNew.to(),
      status: row && paths.procedureStatus.to({ code: row.code }),
      statusLabel: isActive ? 'directoryAdmin.procedure.repeal' : 'directoryAdmin.procedure.restore',
      fields: fields
        .filter(({ id, retired }) => !retired || id === row?.fieldId)
        .map(({ id, name }) => ({ value: String(id), text: name })),
      levels: PROCEDURE_LEVELS.map((value) => ({ value, label: `directory.procedureLevel.${value}` })),
    },
    status,
  );
}

/** What the form starts with for a procedure that is there. */
export function valuesOf(row: Procedure): ProcedureForm {
  const { name, levels, handlingAgency, decidingAgency, coAgencies, decisionNumber, legalBasis } = row;
  return Object.assign(readForm(ProcedureForm, {}).value, {
    ...{ name, levels, handlingAgency, decidingAgency, coAgencies, decisionNumber, legalBasis },
    ...{ fieldId: String(row.fieldId), subjects: row.subjects.join('\n'), sourceUrl: row.sourceUrl },
  });
}

/** The deciding agency, where nobody says, is the one that handles it. */
export function detailsOf(form: ProcedureForm): ProcedureDetails {
  const { name, handlingAgency, decidingAgency, coAgencies, decisionNumber, legalBasis, sourceUrl } = form;
  return {
    ...{ name: name.replace(/\s+/g, ' '), handlingAgency, coAgencies, decisionNumber, legalBasis, sourceUrl },
    decidingAgency: decidingAgency || handlingAgency,
    fieldId: Number(form.fieldId),
    levels: form.levels as ProcedureLevel[],
    subjects: form.subjects.split('\n').flatMap((line) => line.trim() || []),
  };
}

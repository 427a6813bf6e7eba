import {
  type DirectoryImport,
  IMPORT_KINDS,
  type ImportState,
} from '../../directory/directory-import.entity.js';
import type { PlannedRow } from '../../directory/import-plan.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ImportForm } from './import.form.js';

const MEGABYTE = 1024 * 1024;

/** The whole national catalogue with its texts is some 100 MB. */
export const IMPORTED_FILE = { most: 1, size: 100 * MEGABYTE };

const TONES: Readonly<Record<ImportState, string>> = {
  ...{ CHECKING: 'progress', CHECKED: 'info', APPLYING: 'progress' },
  ...{ DONE: 'success', REFUSED: 'danger', CANCELLED: 'neutral' },
};

const kinds = IMPORT_KINDS.map((value) => ({
  value,
  label: `directoryAdmin.imports.kindLabel.${value}`,
  hint: `directoryAdmin.imports.kindHint.${value}`,
}));

export function importListPage(
  rows: readonly DirectoryImport[],
  form: ImportForm,
  errors: FieldErrors,
  status: number,
): Page {
  return page(
    'administrator/import-list',
    {
      title: 'directoryAdmin.imports.title',
      form: formView(form, errors),
      kinds,
      megabytes: IMPORTED_FILE.size / MEGABYTE,
      rows: rows.map((row) => ({
        href: paths.directoryImport.to({ id: row.id }),
        fileName: row.fileName,
        kind: `directoryAdmin.imports.kindLabel.${row.kind}`,
        addedAt: row.addedAt,
        ...stateOf(row),
      })),
    },
    status,
  );
}

/** @param hasFile whether the bytes are still there: a day after they came they may be gone. */
export function importPage(row: DirectoryImport, hasFile: boolean): Page {
  const { id, state, fault, added, changed, unchanged, bad } = row;
  const isLooked = state === 'CHECKED' || state === 'APPLYING' || state === 'DONE' || state === 'CANCELLED';
  return page('administrator/import-page', {
    title: 'directoryAdmin.import.title',
    titleParams: { name: row.fileName },
    fileName: row.fileName,
    kind: `directoryAdmin.imports.kindLabel.${row.kind}`,
    ...stateOf(row),
    working: (state === 'CHECKING' || state === 'APPLYING') && { done: row.done },
    refused: fault === '' ? null : { key: `directoryAdmin.fault.${fault}` },
    faultLine: row.faultLine > 0 ? row.faultLine : null,
    counts: isLooked && { added, changed, unchanged, bad },
    isDone: state === 'DONE',
    waits: state === 'CHECKED',
    apply: state === 'CHECKED' && added + changed > 0 && hasFile ? paths.importApply.to({ id }) : null,
    rows: added + changed,
    drop: paths.importDrop.to({ id }),
    badRows: isLooked && bad > 0 && hasFile ? paths.importRows.to({ id, rows: 'loi.csv' }) : null,
    changedRows:
      state === 'CHECKED' && added + changed > 0 && hasFile
        ? paths.importRows.to({ id, rows: 'thay-doi.csv' })
        : null,
    samples: isLooked ? samplesOf(row.sample ?? []) : [],
  });
}

function stateOf({ state }: DirectoryImport): { state: string; tone: string } {
  return { state: `directoryAdmin.imports.state.${state}`, tone: TONES[state] };
}

function samplesOf(rows: readonly PlannedRow[]): Readonly<Record<string, unknown>>[] {
  const order = { bad: 0, changed: 1, added: 2, unchanged: 3 } as const;
  const tones = { bad: 'danger', changed: 'info', added: 'success', unchanged: 'neutral' } as const;
  return [...rows]
    .sort((a, b) => order[a.kind] - order[b.kind] || a.line - b.line)
    .map(({ line, kind, code, name, changes, reason }) => ({
      ...{ line, code, name, reason },
      kind: `directoryAdmin.import.kind.${kind}`,
      tone: tones[kind],
      changes: changes.map(({ column, before, after }) => ({
        label: `directoryAdmin.column.${column}`,
        before,
        after,
      })),
    }));
}

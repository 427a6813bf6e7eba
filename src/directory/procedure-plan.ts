import { type EntityManager, In } from 'typeorm';
import { fieldCode } from './field-code.js';
import { asRow, type Brought, differs, rowsOf } from './import-procedures.service.js';
import type { PlannedRow, ValueChange } from './import-plan.js';
import type { ImportedRow } from './imported-row.js';
import { ProcedureField } from './procedure-field.entity.js';
import { ProcedureText } from './procedure-text.entity.js';
import type { ProcedureRecord } from './procedure-record.js';
import type { Procedure } from './procedure.entity.js';

type Good = ImportedRow<ProcedureRecord> & { readonly record: ProcedureRecord };

const SHOWN = 300;
/** Fields that are not known yet have numbers below zero: whatever they are compared with, they differ. */
const UNKNOWN = -1;

/** @returns what the import would do with these rows; nothing is written. */
export async function planProcedures(manager: EntityManager, rows: readonly Good[]): Promise<PlannedRow[]> {
  const records = rows.map(({ record }) => record);
  const fields = await manager.findBy(ProcedureField, {
    code: In([...new Set(records.map(({ fieldName }) => fieldCode(fieldName)))]),
  });
  const ids = new Map(records.map(({ fieldName }) => [fieldCode(fieldName), UNKNOWN]));
  for (const { code, id } of fields) ids.set(code, id);
  const known = await rowsOf(manager, records);
  const names = await fieldNames(manager, [...known.values()]);
  const texts = await textsOf(manager, records, known);
  return rows.map(({ line, record }) => {
    const { code, name } = record;
    const before = known.get(code);
    if (!before) return { line, kind: 'added', code, name, changes: [], reason: null };
    const after = asRow(record, ids);
    const changes = differs(before, after) ? changesOf(before, after, record, names) : [];
    if (record.text !== null && (texts.get(before.id) ?? '') !== record.text)
      changes.push({ column: 'text', before: '…', after: '…' });
    return { line, kind: changes.length > 0 ? 'changed' : 'unchanged', code, name, changes, reason: null };
  });
}

/** What people read; the folded text and the number of the field follow from it. */
const COLUMNS = [
  ...(['name', 'fieldId', 'levels', 'decidingAgency', 'handlingAgency', 'coAgencies'] as const),
  ...(['decisionNumber', 'subjects', 'sourceUrl'] as const),
];

function changesOf(
  before: Procedure,
  after: Brought,
  { fieldName }: ProcedureRecord,
  names: ReadonlyMap<number, string>,
): ValueChange[] {
  const changed = COLUMNS.filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  );
  // Folding may have been done by other rules before: a change that nobody reads.
  if (changed.length === 0) return [{ column: 'name', before: shown(before.name), after: shown(after.name) }];
  return changed.map((column) =>
    column === 'fieldId'
      ? { column, before: names.get(before.fieldId) ?? '', after: fieldName }
      : { column, before: shown(before[column]), after: shown(after[column]) },
  );
}

function shown(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join('; ');
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)} …`;
}

async function fieldNames(manager: EntityManager, known: readonly Procedure[]): Promise<Map<number, string>> {
  const ids = [...new Set(known.map(({ fieldId }) => fieldId))];
  return new Map((await manager.findBy(ProcedureField, { id: In(ids) })).map(({ id, name }) => [id, name]));
}

async function textsOf(
  manager: EntityManager,
  records: readonly ProcedureRecord[],
  known: ReadonlyMap<string, Procedure>,
): Promise<Map<number, string>> {
  const ids = records.flatMap(({ code, text }) => (text === null ? [] : (known.get(code)?.id ?? [])));
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(ProcedureText, { procedureId: In(ids) });
  return new Map(rows.map(({ procedureId, body }) => [procedureId, body]));
}

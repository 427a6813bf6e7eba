import type { AgencyDetails } from './agency-registry.service.js';
import { type AgencyRecord, CONTACT_COLUMNS } from './agency-record.js';
import type { Agency } from './agency.entity.js';
import type { PlannedRow, ValueChange } from './import-plan.js';
import type { ImportedRow } from './imported-row.js';
import { rowMessage } from './import-report.js';

/** What the plan must know of an agency, one that the same file adds included. */
export type PlannedAgency = Pick<
  Agency,
  'code' | 'name' | 'shortName' | 'level' | 'validTo' | keyof typeof CONTACT_COLUMNS
> & { readonly parentCode: string | null };

const CONTACTS = Object.keys(CONTACT_COLUMNS) as (keyof typeof CONTACT_COLUMNS)[];
const COLUMNS = [...(['name', 'shortName', 'level'] as const), ...CONTACTS];

/** Says what an import of agencies would do, row by row, as the rows before have left the tree. */
export class AgencyPlan {
  /** @param known every agency by code; grows with what the file adds. */
  constructor(
    private readonly known: Map<string, PlannedAgency>,
    private readonly rootCode: string,
  ) {}

  row({ line, record, reason }: ImportedRow<AgencyRecord>): PlannedRow {
    if (!record) return { line, kind: 'bad', code: '', name: '', changes: [], reason };
    const { code, name } = record;
    const before = this.known.get(code);
    const refused = this.refusal(record, before);
    if (refused) return { line, kind: 'bad', code, name, changes: [], reason: refused };
    const parentCode = record.parentCode ?? before?.parentCode ?? this.rootCode;
    this.known.set(code, after(before, record, before?.parentCode === null ? null : parentCode));
    if (!before) return { line, kind: 'added', code, name, changes: [], reason: null };
    const changes = changesOf(before, record, parentCode);
    return { line, kind: changes.length > 0 ? 'changed' : 'unchanged', code, name, changes, reason: null };
  }

  private refusal({ code, parentCode }: AgencyRecord, before?: PlannedAgency): PlannedRow['reason'] {
    if (before && before.validTo !== null) return rowMessage('abolished');
    if (parentCode === null || before?.parentCode === null) return null;
    const parent = this.known.get(parentCode);
    if (!parent || parent.validTo !== null) return rowMessage('parent', { value: parentCode });
    for (let at: string | null = parentCode; at !== null; at = this.known.get(at)?.parentCode ?? null)
      if (at === code) return rowMessage('circle');
    return null;
  }
}

function after(
  before: PlannedAgency | undefined,
  { code, name, shortName, level, ...more }: AgencyRecord,
  parentCode: string | null,
): PlannedAgency {
  const blank = { address: '', postalAddress: '', phone: '', email: '', website: '', validTo: null };
  const { parentCode: _, ...contacts } = more;
  return { ...blank, ...before, ...contacts, code, name, shortName, level, parentCode };
}

function changesOf(before: PlannedAgency, record: AgencyRecord, parentCode: string): ValueChange[] {
  const changes: ValueChange[] = COLUMNS.flatMap((column) => {
    const value = record[column];
    return value === undefined || value === before[column]
      ? []
      : [{ column, before: before[column], after: value }];
  });
  if (before.parentCode !== null && parentCode !== before.parentCode)
    changes.push({ column: 'parent', before: before.parentCode, after: parentCode });
  return changes;
}

/** What the registry changes besides names and place. */
export function detailsOf(record: AgencyRecord): Partial<AgencyDetails> {
  const contacts = CONTACTS.flatMap((column) =>
    record[column] === undefined ? [] : [[column, record[column]] as const],
  );
  return { level: record.level, ...Object.fromEntries(contacts) };
}

import { cleanLine } from '../platform/kernel/clean-text.js';
import { AGENCY_LEVELS, type AgencyLevel } from './agency-level.js';
import { BadRow, rowMessage } from './import-report.js';
import { isFormula } from './procedure-record.js';

/** Contact points as a file brings them; what it leaves out or empty stays as it is. */
export const CONTACT_COLUMNS = {
  address: 'dia_chi',
  postalAddress: 'dia_chi_thu',
  phone: 'dien_thoai',
  email: 'thu_dien_tu',
  website: 'trang_web',
} as const;
type Contact = keyof typeof CONTACT_COLUMNS;
const LONGEST: Readonly<Record<Contact, number>> = {
  ...{ address: 500, postalAddress: 500, phone: 100, email: 200, website: 300 },
};

/** An agency as a file brings it. */
export interface AgencyRecord extends Readonly<Partial<Record<Contact, string>>> {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: AgencyLevel;
  /** The agency above it; null: where it is, or below the top. */
  readonly parentCode: string | null;
}

export const AGENCY_COLUMNS = ['ma', 'ten', 'ten_ngan', 'cap'] as const;

const LEVELS: Readonly<Record<string, AgencyLevel>> = {
  'chính phủ': 'ROOT',
  bộ: 'MINISTRY',
  'cấp bộ': 'MINISTRY',
  'cấp tỉnh': 'PROVINCE',
  tỉnh: 'PROVINCE',
  'cấp huyện': 'DISTRICT',
  huyện: 'DISTRICT',
  'cấp xã': 'COMMUNE',
  xã: 'COMMUNE',
  sở: 'DEPARTMENT',
};

/** Reads one row of a table of agencies. @throws BadRow with the reason. */
export function readAgency(cells: Readonly<Record<string, string>>): AgencyRecord {
  const text = (column: string, longest: number): string => {
    const value = cleanLine(cells[column] ?? '');
    if (value.length > longest) throw bad('tooLong', { column, most: longest });
    // A telephone number may begin with +, nothing begins with = or @.
    if (isFormula(value)) throw bad('formula', { column });
    return value;
  };
  const needed = (column: string, longest: number): string => {
    const value = text(column, longest);
    if (value === '') throw bad('missing', { column });
    return value;
  };
  const code = needed('ma', 40);
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(code)) throw bad('agencyCode', { value: code });
  const contacts = Object.entries(CONTACT_COLUMNS).map(([name, column]) => [
    name,
    text(column, LONGEST[name as Contact]),
  ]);
  return {
    code,
    name: needed('ten', 300),
    shortName: needed('ten_ngan', 200),
    level: levelOf(needed('cap', 40)),
    parentCode: text('ma_cap_tren', 40) || null,
    ...(Object.fromEntries(contacts.filter(([, value]) => value !== '')) as Partial<Record<Contact, string>>),
  };
}

function levelOf(text: string): AgencyLevel {
  const level = AGENCY_LEVELS.find((one) => one === text.toUpperCase()) ?? LEVELS[text.toLowerCase()];
  if (!level) throw bad('agencyLevel', { value: text });
  return level;
}

function bad(name: string, params: Record<string, string | number>): BadRow {
  return new BadRow(name, rowMessage(name, params));
}

import { cleanLine, cleanText } from '../platform/kernel/clean-text.js';
import { fieldCode } from './field-code.js';
import { BadRow, rowMessage } from './import-report.js';

export const PROCEDURE_LEVELS = ['MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'OTHER'] as const;

export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number];

export type ProcedureStatus = 'ACTIVE' | 'REPEALED';

/** The code of an administrative procedure. */
export const PROCEDURE_CODE = /^\d\.\d{6}$/;

/** A procedure as a file brings it. */
export interface ProcedureRecord {
  readonly code: string;
  readonly name: string;
  readonly fieldName: string;
  readonly levels: readonly ProcedureLevel[];
  readonly decidingAgency: string;
  readonly handlingAgency: string;
  readonly coAgencies: string;
  readonly decisionNumber: string;
  readonly subjects: readonly string[];
  readonly sourceUrl: string;
  /** What it says besides its name, bounded; null where the file has no such columns. */
  readonly text: string | null;
}

/** The columns of the portal's table; those that every row needs first. */
export const REQUIRED_COLUMNS = [
  'ma_thu_tuc',
  'ten_thu_tuc',
  'linh_vuc',
  'cap_thuc_hien',
  'co_quan_thuc_hien',
] as const;
export const OPTIONAL_COLUMNS = [
  'co_quan_co_tham_quyen',
  'co_quan_phoi_hop',
  'doi_tuong_thuc_hien',
  'so_quyet_dinh',
  'detail_url',
] as const;

/** What the whole text says besides the name, most telling first; only fuller tables have these. */
export const TEXT_COLUMNS = [
  'ket_qua_xu_ly',
  'trinh_tu_thuc_hien',
  'thanh_phan_ho_so',
  'yeu_cau_dieu_kien',
] as const;

export type ProcedureColumn =
  (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number] | (typeof TEXT_COLUMNS)[number];
export type ProcedureRow = Readonly<Partial<Record<ProcedureColumn, string>>>;

const LEVEL_NAMES: Readonly<Record<string, ProcedureLevel>> = {
  'cấp bộ': 'MINISTRY',
  'cấp tỉnh': 'PROVINCE',
  'cấp huyện': 'DISTRICT',
  'cấp xã': 'COMMUNE',
  'cơ quan khác': 'OTHER',
};

/**
 * Reads one row of the portal's table. The deciding agency, empty in most rows, falls back to the handling one;
 * names of agencies contain commas and are never split.
 * @throws BadRow with the reason.
 */
export function readProcedure(row: ProcedureRow): ProcedureRecord {
  const text = (column: ProcedureColumn): string => cleanLine(row[column] ?? '');
  const code = text('ma_thu_tuc');
  if (!PROCEDURE_CODE.test(code))
    throw new BadRow(
      `ma_thu_tuc must be d.dddddd: ${JSON.stringify(code).slice(0, 40)}`,
      rowMessage('code', { value: code.slice(0, 40) }),
    );
  const needed = (column: ProcedureColumn, longest: number): string => {
    const value = text(column);
    if (value === '') throw new BadRow(`${column} is empty (${code})`, rowMessage('missing', { column }));
    if (value.length > longest) {
      const said = rowMessage('tooLong', { column, most: longest });
      throw new BadRow(`${column} is longer than ${longest} characters (${code})`, said);
    }
    if (isFormula(value))
      throw new BadRow(`${column} begins like a formula (${code})`, rowMessage('formula', { column }));
    return value;
  };
  const handlingAgency = needed('co_quan_thuc_hien', 5000);
  const fieldName = needed('linh_vuc', 200);
  if (fieldCode(fieldName) === '') throw new BadRow(`linh_vuc has no letter (${code})`, rowMessage('field'));
  return {
    code,
    name: needed('ten_thu_tuc', 3000),
    fieldName,
    levels: readLevels(needed('cap_thuc_hien', 500), code),
    decidingAgency: text('co_quan_co_tham_quyen') || handlingAgency,
    handlingAgency,
    coAgencies: text('co_quan_phoi_hop'),
    decisionNumber: text('so_quyet_dinh').slice(0, 200),
    subjects: splitSubjects(cleanText(row.doi_tuong_thuc_hien ?? '')),
    sourceUrl: readAddress(text('detail_url'), code),
    text: TEXT_COLUMNS.some((column) => row[column] !== undefined) ? boundedText(row) : null,
  };
}

/** Of each part the beginning: what follows is the small print that all procedures share. */
const PART = 1_500;

/** @returns the parts of a procedure's whole text that searching needs, a paragraph each. */
export function boundedText(row: ProcedureRow): string {
  return TEXT_COLUMNS.map((column) => cleanText((row[column] ?? '').slice(0, PART)))
    .filter((part) => part !== '')
    .join('\n');
}

function readLevels(text: string, code: string): ProcedureLevel[] {
  return text.split(',').map((part) => {
    const level = LEVEL_NAMES[part.trim().toLowerCase()];
    if (!level)
      throw new BadRow(
        `cap_thuc_hien has an unknown level: ${JSON.stringify(part.trim()).slice(0, 40)} (${code})`,
        rowMessage('level', { value: part.trim().slice(0, 40) }),
      );
    return level;
  });
}

/** Commas also stand inside one subject, “Cán bộ, công chức, viên chức” or in brackets: a new one begins with a capital. */
function splitSubjects(text: string): string[] {
  return text === '' ? [] : text.split(/,\s*(?=\p{Lu})(?![^()]*\))/u).map((part) => part.trim());
}

/** A link is shown to citizens: only the web's own addresses. */
function readAddress(text: string, code: string): string {
  if (text === '' || (/^https?:\/\//.test(text) && URL.canParse(text))) return text;
  throw new BadRow(`detail_url is not a web address (${code})`, rowMessage('address'));
}

/** Text of the portal never begins so; a spreadsheet that fell apart does, and the next one would run it. */
export function isFormula(text: string): boolean {
  return /^[=@]/.test(text);
}

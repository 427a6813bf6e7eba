import { cleanLine } from '../platform/kernel/clean-text.js';
import { BadRow, rowMessage } from './import-report.js';

/** An administrative unit as the list of units brings it. */
export interface UnitRecord {
  readonly code: string;
  /** With its kind: `Phường Ba Đình`. */
  readonly unit: string;
}

export type UnitKind = 'province' | 'commune';

const CODES: Readonly<Record<UnitKind, { pattern: RegExp; wanted: string }>> = {
  province: { pattern: /^\d{2}$/, wanted: 'two digits' },
  commune: { pattern: /^\d{5}$/, wanted: 'five digits' },
};

/**
 * Reads `{ Code, FullName, ProvinceCode? }`; composed and decomposed marks are the same.
 * @param provinceCode where the unit stands, when it is a commune.
 * @throws BadRow with the reason.
 */
export function readUnit(value: unknown, kind: UnitKind, provinceCode?: string): UnitRecord {
  if (typeof value !== 'object' || value === null)
    throw new BadRow(`is not a ${kind}`, rowMessage('notObject'));
  const { Code: code, FullName: fullName, ProvinceCode: within } = value as Record<string, unknown>;
  const { pattern, wanted } = CODES[kind];
  if (typeof code !== 'string' || !pattern.test(code))
    throw new BadRow(
      `Code must be ${wanted}: ${shown(code)}`,
      rowMessage('unitCode', { value: shown(code) }),
    );
  if (typeof fullName !== 'string')
    throw new BadRow(`FullName is missing (Code ${code})`, rowMessage('missing', { column: 'FullName' }));
  const unit = cleanLine(fullName);
  if (unit === '' || unit.length > 100)
    throw new BadRow(
      `FullName is empty or longer than 100 characters (Code ${code})`,
      rowMessage(unit === '' ? 'missing' : 'tooLong', { column: 'FullName', most: 100 }),
    );
  if (provinceCode !== undefined && within !== undefined && within !== provinceCode) {
    throw new BadRow(
      `ProvinceCode is ${shown(within)}, but it stands under ${provinceCode} (Code ${code})`,
      rowMessage('within'),
    );
  }
  return { code, unit };
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40);
}

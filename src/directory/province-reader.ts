import type { Message } from '../platform/kernel/errors.js';
import { BadRow, type ImportWatcher, rowMessage } from './import-report.js';
import type { ElementLines } from './json-object-lines.js';
import { readUnit, type UnitKind, type UnitRecord } from './unit-record.js';

/** The usable rows of one province; without the province itself its communes have no place. */
export interface ProvinceRows {
  readonly province: UnitRecord | null;
  readonly communes: readonly UnitRecord[];
  readonly bad: number;
}

/** Reads provinces one after another, tells bad rows and codes that come twice. */
export class ProvinceReader {
  private readonly seen = new Map<string, number>();
  private bad = 0;

  constructor(private readonly watcher: ImportWatcher) {}

  read(element: unknown, lines: ElementLines): ProvinceRows {
    this.bad = 0;
    const wards = wardsOf(element);
    const lineOf = (index: number): number => lines.nested[index] ?? lines.line;
    const province = this.row(element, 'province', lines.line);
    if (!wards) this.tell(lines.line, 'Wards is not a list of communes', rowMessage('wards'));
    if (!province) {
      for (const index of (wards ?? []).keys())
        this.tell(lineOf(index), 'its province could not be read', rowMessage('province'));
      return { province, communes: [], bad: this.bad };
    }
    const communes = (wards ?? []).flatMap(
      (ward, index) => this.row(ward, 'commune', lineOf(index), province.code) ?? [],
    );
    return { province, communes, bad: this.bad };
  }

  private row(value: unknown, kind: UnitKind, line: number, provinceCode?: string): UnitRecord | null {
    try {
      const unit = readUnit(value, kind, provinceCode);
      const first = this.seen.get(unit.code);
      if (first !== undefined) {
        const said = rowMessage('twice', { code: unit.code, line: first });
        throw new BadRow(`Code ${unit.code} stands in line ${first} already`, said);
      }
      this.seen.set(unit.code, line);
      return unit;
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.tell(line, error.message, error.said);
      return null;
    }
  }

  private tell(line: number, reason: string, said: Message): void {
    this.bad++;
    this.watcher.bad(line, reason, said);
  }
}

function wardsOf(element: unknown): unknown[] | null {
  const wards = (element as { Wards?: unknown } | null)?.Wards ?? [];
  return Array.isArray(wards) ? wards : null;
}

import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { PlannedRow } from '../../directory/import-plan.js';
import { Translator } from '../../platform/i18n/translator.js';
import { safeCell } from '../../platform/kernel/spreadsheet-cell.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

type Cells = readonly (string | number)[];

/** Rows of a tried file as a table that spreadsheets open; cells that would run as formulas are made text. */
@Injectable()
export class ImportRowsCsv {
  constructor(private readonly translator: Translator) {}

  /** Line, code, name and reason of every row at fault. */
  async *bad(plan: AsyncIterable<PlannedRow>, _admin: SignedIn): AsyncGenerator<string> {
    yield this.heading('line', 'code', 'name', 'reason');
    for await (const { kind, line, code, name, reason } of plan)
      if (kind === 'bad') yield lineOf([line, code, name, reason ? this.translator.say(reason) : '']);
  }

  /** One line for every value that would change, and one for every new row. */
  async *changes(plan: AsyncIterable<PlannedRow>, _admin: SignedIn): AsyncGenerator<string> {
    yield this.heading('line', 'code', 'name', 'what', 'before', 'after');
    for await (const { kind, line, code, name, changes } of plan) {
      if (kind === 'added')
        yield lineOf([line, code, name, this.translator.t('directoryAdmin.import.kind.added'), '', '']);
      for (const { column, before, after } of changes) {
        const what = this.translator.t(`directoryAdmin.column.${column}`);
        yield lineOf([line, code, name, what, before, after]);
      }
    }
  }

  private heading(...names: string[]): string {
    return `\ufeff${lineOf(names.map((name) => this.translator.t(`directoryAdmin.import.${name}`)))}`;
  }
}

function lineOf(cells: Cells): string {
  return stringify([cells.map(safeCell)], { record_delimiter: 'windows' });
}

import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { BadLine, ItemImport } from '../../intake/item-import.entity.js';
import { ItemImportTrial } from '../../intake/item-import-trial.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { FileStore } from '../../platform/storage/file-store.js';

const BOM = '\uFEFF';

/** The lines at fault as a table: line, column, and what is wrong. */
@Injectable()
export class BadLinesCsv {
  constructor(
    private readonly trial: ItemImportTrial,
    private readonly store: FileStore,
    private readonly translator: Translator,
  ) {}

  /** @returns the table in pieces; null where the file is gone or is none. */
  async of({ storedName, state }: ItemImport, actor: StaffActor): Promise<AsyncGenerator<string> | null> {
    const path = this.store.pathOf(storedName);
    const isReadable = ['CHECKED', 'RUNNING'].includes(state);
    if (!isReadable || path === null || !(await this.store.has(storedName))) return null;
    return this.text(path, actor);
  }

  private async *text(path: string, actor: StaffActor): AsyncGenerator<string> {
    const head = ['lineHead', 'column', 'reason'].map((name) => this.translator.t(`partners.import.${name}`));
    yield BOM + row(head);
    for await (const { line, column, ...message } of this.trial.badLines(path, actor))
      yield row([String(line), column, this.say(message)]);
  }

  private say({ key, params }: Pick<BadLine, 'key' | 'params'>): string {
    return this.translator.say({ key, ...(params ? { params } : {}) });
  }
}

function row(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n' });
}

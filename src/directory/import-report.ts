import type { Message, MessageParams } from '../platform/kernel/errors.js';

/** What became of the rows of a file. */
export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows left out, each told to the watcher. */
  readonly bad: number;
}

/** Told how an import goes, while it goes. */
export interface ImportWatcher {
  /** @param done rows worked, of `total` in the file. */
  progress(done: number, total: number): void;
  /** A row that was left out. @param line in the file, from 1. */
  bad(line: number, reason: string, said: Message): void;
}

export const NOTHING: ImportReport = { added: 0, changed: 0, unchanged: 0, bad: 0 };

export function sumOf(a: ImportReport, b: ImportReport): ImportReport {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    bad: a.bad + b.bad,
  };
}

/** A row of a file that cannot be used; the good rows go on. */
export class BadRow extends Error {
  override readonly name = 'BadRow';

  /** @param said the same for the page that a person looks at. */
  constructor(
    reason: string,
    readonly said: Message,
  ) {
    super(reason);
  }
}

/** @returns a message of the catalogue about one row. */
export function rowMessage(name: string, params: MessageParams = {}): Message {
  return { key: `directoryAdmin.row.${name}`, params };
}

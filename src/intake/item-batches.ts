import type { StaffActor } from '../accounts/staff-actor.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { type CheckedItem, checkItem } from './item-check.js';
import { type FileItem, itemsIn } from './item-file.js';
import type { BadLine } from './item-import.entity.js';
import type { ItemNames } from './item-names.service.js';

/** A line of the file, checked. */
export type CheckedLine =
  | { readonly line: number; readonly item: CheckedItem; readonly bad: null }
  | { readonly line: number; readonly item: null; readonly bad: BadLine };

/** Against what the lines are checked. */
export interface LineRules {
  readonly actor: StaffActor;
  readonly today: CivilDay;
  readonly names: ItemNames;
}

/** @param skip lines of before that are done. @returns the file's lines, checked, `size` at a time. */
export async function* checkedLines(
  path: string,
  rules: LineRules,
  { skip, size }: { readonly skip: number; readonly size: number },
): AsyncGenerator<CheckedLine[]> {
  let batch: CheckedLine[] = [];
  let left = skip;
  for await (const found of itemsIn(path)) {
    if (left-- > 0) continue;
    batch.push(await checked(found, rules));
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function checked(
  { line, record, fault }: FileItem,
  { actor, today, names }: LineRules,
): Promise<CheckedLine> {
  if (record === null)
    return { line, item: null, bad: { line, column: '', key: `partners.import.line.${fault ?? 'json'}` } };
  const item = await checkItem(record, actor, today, names);
  if (!('column' in item)) return { line, item, bad: null };
  const { column, message } = item;
  return { line, item: null, bad: { line, column, ...message } };
}

/**
 * An item in a file: the same columns in CSV and in JSON Lines, all of them texts, '' where there is nothing. Words of
 * a closed list are written small (`admin_act`), days as `YYYY-MM-DD`, yes and no as `true` and `false`.
 */
export const ITEM_COLUMNS = [
  'code',
  'externalNumber',
  'channel',
  'receivedDay',
  'kind',
  'subject',
  'urgency',
  'title',
  'content',
  'place',
  'procedureCode',
  'fieldCode',
  'agencyCode',
  'concernedName',
  'aboutHead',
  'submitterType',
  'submitterName',
  'submitterAddress',
  'submitterPhone',
  'submitterEmail',
] as const;

/** What an export tells besides; an import passes over it, because no register is forged. */
export const TOLD_COLUMNS = [
  'state',
  'registerNumber',
  'handlingAgencyCode',
  'dueDay',
  'answeredDay',
] as const;

export type ItemColumn = (typeof ITEM_COLUMNS)[number];
export type ToldColumn = (typeof TOLD_COLUMNS)[number];
export type ItemRecord = Readonly<Record<ItemColumn, string>>;
export type ExportedRecord = ItemRecord & Readonly<Record<ToldColumn, string>>;

export const EXPORTED_COLUMNS: readonly (ItemColumn | ToldColumn)[] = [...ITEM_COLUMNS, ...TOLD_COLUMNS];

/** @returns the record that these cells make; columns that are missing are empty, unknown ones are passed over. */
export function itemRecord(cells: Readonly<Record<string, unknown>>): ItemRecord {
  return Object.fromEntries(ITEM_COLUMNS.map((name) => [name, textOf(cells[name])])) as ItemRecord;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

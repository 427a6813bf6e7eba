import type { DataSource } from 'typeorm';
import { fold } from '../kernel/fold.js';

/** Labels stand among the words and are none: no word has this letter in it. */
const LABEL = '_';
const MOST_WORDS = 12;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A table whose rows are found by words: `key` is its primary key and its order, `words` what `indexedWords` made. Its
 * words stand on shelves of so many keys each: no engine leaps within the places of a common word, so that the depth of
 * a long list would cost as much as everything before it; a shelf is opened alone.
 */
export interface WordIndexed {
  readonly table: string;
  readonly key: string;
  readonly words: string;
  readonly shelf: number;
}

const MONTH = 30 * 86_400_000;

/** What is public, in the order of publishing (instants × 1000): a shelf for about a month. */
export const PUBLISHED_WORDS: WordIndexed = {
  table: 'published_entry',
  key: 'seq',
  words: 'words',
  shelf: MONTH * 1_000,
};
export const WORD_INDEXED: readonly WordIndexed[] = [PUBLISHED_WORDS];

/** What rows must have: every term of `all`, one term of each group in `some`, and not all of `notAll`. */
export interface WordCondition {
  readonly all: readonly string[];
  readonly some: readonly (readonly string[])[];
  readonly notAll: readonly string[];
}

/** Where to look along the order: keys in [from, to), from the end or from the beginning, so many of them. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly order: 'DESC' | 'ASC';
}

/** @returns a term that says something of a row beside its words, for example `_a24`. */
export function label(name: string, value: number): string {
  return `${LABEL}${name}${value}`;
}

/** @returns what the row with that key is found by: each word once, as it stands and folded, and its labels. */
export function indexedWords(
  index: WordIndexed,
  key: number,
  { texts, labels }: { readonly texts: readonly string[]; readonly labels: readonly string[] },
): string {
  const marked = texts.flatMap((text) => markedWords(text));
  const terms = new Set([...marked, ...marked.map((word) => fold(word)), ...labels]);
  return onShelf([...terms], Math.floor(key / index.shelf)).join(' ');
}

function onShelf(terms: readonly string[], shelf: number): string[] {
  return terms.map((term) => `${shelf.toString(36)}${LABEL}${term}`);
}

/**
 * @returns the words of a question as typed and folded, at most twelve; both empty for a question without words. Where
 *   they differ, rows that have the words as typed are the better ones.
 */
export function askedWords(question: string): { readonly marked: string[]; readonly folded: string[] } {
  const marked = [...new Set(markedWords(question))].slice(0, MOST_WORDS);
  return { marked, folded: [...new Set(marked.map((word) => fold(word)))] };
}

function markedWords(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

/** @returns the keys of rows that fit, in order. Costs what is found, and a moment for each shelf in between. */
export async function findKeys(
  source: DataSource,
  index: WordIndexed,
  condition: WordCondition,
  range: KeyRange,
): Promise<number[]> {
  if ([condition.all, condition.some].every((terms) => terms.length === 0))
    return keysOf(source, index, null, range);
  const found: number[] = [];
  let { from, to } = range;
  while (found.length < range.limit) {
    const [next] = await keysOf(source, index, null, { from, to, limit: 1, order: range.order });
    if (next === undefined) break;
    const shelf = Math.floor(next / index.shelf);
    const [begin, end] = [shelf * index.shelf, (shelf + 1) * index.shelf];
    const inside = { from: Math.max(from, begin), to: Math.min(to, end), order: range.order };
    const limit = range.limit - found.length;
    found.push(...(await keysOf(source, index, shelved(condition, shelf), { ...inside, limit })));
    if (range.order === 'DESC') to = begin;
    else from = end;
  }
  return found;
}

function shelved({ all, some, notAll }: WordCondition, shelf: number): WordCondition {
  return {
    all: onShelf(all, shelf),
    some: some.map((group) => onShelf(group, shelf)),
    notAll: onShelf(notAll, shelf),
  };
}

/** @param condition null for every row. */
async function keysOf(
  source: DataSource,
  index: WordIndexed,
  condition: WordCondition | null,
  range: KeyRange,
): Promise<number[]> {
  const isPostgres = source.options.type === 'postgres';
  const wanted = condition ?? { all: [], some: [], notAll: [] };
  const [sql, values] = (isPostgres ? postgresQuery : sqliteQuery)(index, wanted, range);
  const rows = await source.query<{ key: string | number }[]>(sql, values);
  return rows.map(({ key }) => Number(key));
}

type Query = [sql: string, values: unknown[]];

function sqliteQuery(index: WordIndexed, condition: WordCondition, range: KeyRange): Query {
  const { from, to, limit, order } = range;
  const match = matchOf(condition);
  const [table, key] = match === '' ? [index.table, index.key] : [`${index.table}_words`, 'rowid'];
  const matching = match === '' ? '' : `${table} MATCH ? AND `;
  const sql = `SELECT "${key}" AS "key" FROM "${table}" WHERE ${matching}"${key}" >= ? AND "${key}" < ? ORDER BY "${key}" ${order} LIMIT ?`;
  return [sql, [...(match === '' ? [] : [match]), from, to, limit]];
}

/** In the language of FTS5. Terms are quoted, so that none of them is an operator. */
function matchOf({ all, some, notAll }: WordCondition): string {
  const together = (terms: readonly string[], by: string): string =>
    `(${terms.map((term) => `"${term}"`).join(` ${by} `)})`;
  const wanted = [
    ...(all.length > 0 ? [together(all, 'AND')] : []),
    ...some.map((group) => together(group, 'OR')),
  ];
  const without = notAll.length > 0 ? ` NOT ${together(notAll, 'AND')}` : '';
  return wanted.length === 0 ? '' : `(${wanted.join(' AND ')})${without}`;
}

function postgresQuery({ table, key, words }: WordIndexed, condition: WordCondition, range: KeyRange): Query {
  const values: unknown[] = [range.from, range.to, range.limit];
  const terms = (list: readonly string[]): string => `$${values.push([...list])}::text[]`;
  const has = arrayOf(words);
  const conditions = [
    `"${key}" >= $1 AND "${key}" < $2`,
    ...(condition.all.length > 0 ? [`${has} @> ${terms(condition.all)}`] : []),
    ...condition.some.map((group) => `${has} && ${terms(group)}`),
    ...(condition.notAll.length > 0 ? [`NOT ${has} @> ${terms(condition.notAll)}`] : []),
  ];
  const sql = `SELECT "${key}" AS "key" FROM "${table}" WHERE ${conditions.join(' AND ')} ORDER BY "${key}" ${range.order} LIMIT $3`;
  return [sql, values];
}

const arrayOf = (column: string): string => `string_to_array("${column}", ' ')`;

/** The index of one table, as SQL for the engine: FTS5 kept by triggers, or GIN over the words. */
export function wordIndexStatements(
  engine: 'sqlite' | 'postgres',
  { table, key, words }: WordIndexed,
): string[] {
  if (engine === 'postgres')
    return [`CREATE INDEX "${table}_words" ON "${table}" USING GIN (${arrayOf(words)})`];
  const index = `${table}_words`;
  const tokens = `tokenize="unicode61 remove_diacritics 0 tokenchars '${LABEL}'"`;
  return [
    `CREATE VIRTUAL TABLE "${index}" USING fts5("${words}", content='', contentless_delete=1, detail='none', ${tokens})`,
    `CREATE TRIGGER "${index}_added" AFTER INSERT ON "${table}" BEGIN ` +
      `INSERT INTO "${index}" (rowid, "${words}") VALUES (new."${key}", new."${words}"); END`,
    `CREATE TRIGGER "${index}_removed" AFTER DELETE ON "${table}" BEGIN ` +
      `DELETE FROM "${index}" WHERE rowid = old."${key}"; END`,
  ];
}

import type { DataSource } from 'typeorm';
import { arrayOf, onShelf, type WordIndexed } from './word-index.js';

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
    // Groups have many terms: they are not looked for where the other terms are nowhere together.
    const alone = condition.all.length > 0 && condition.some.length > 0;
    const probe = shelved({ ...condition, some: [] }, shelf);
    const isHopeless = alone && (await keysOf(source, index, probe, { ...inside, limit: 1 })).length === 0;
    if (!isHopeless)
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

/**
 * The words alone find the rows, by the index, and only then their range and order are looked at: the planner knows
 * nothing of how rare a word is on its shelf, and would rather read the shelf from its end.
 */
function postgresQuery({ table, key, words }: WordIndexed, condition: WordCondition, range: KeyRange): Query {
  const values: unknown[] = [range.from, range.to, range.limit];
  const terms = (list: readonly string[]): string => `$${values.push([...list])}::text[]`;
  const has = arrayOf(words);
  const conditions = [
    ...(condition.all.length > 0 ? [`${has} @> ${terms(condition.all)}`] : []),
    ...condition.some.map((group) => `${has} && ${terms(group)}`),
    ...(condition.notAll.length > 0 ? [`NOT ${has} @> ${terms(condition.notAll)}`] : []),
  ];
  const found = `WITH "found" AS MATERIALIZED (SELECT "${key}" FROM "${table}" WHERE ${conditions.join(' AND ')}) `;
  const [first, from] = conditions.length === 0 ? ['', table] : [found, 'found'];
  const sql = `${first}SELECT "${key}" AS "key" FROM "${from}" WHERE "${key}" >= $1 AND "${key}" < $2 ORDER BY "${key}" ${range.order} LIMIT $3`;
  return [sql, values];
}

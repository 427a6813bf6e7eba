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

/** The terms as they stand on that shelf. */
export function onShelf(terms: readonly string[], shelf: number): string[] {
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

/** The words of a column as PostgreSQL's array: the expression of the index and of every question. */
export const arrayOf = (column: string): string => `string_to_array("${column}", ' ')`;

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

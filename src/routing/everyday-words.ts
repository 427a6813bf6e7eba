import { readFileSync } from 'node:fs';
import { syllablesOf } from './syllable.js';
import { lineIn, type WordLine, wordLines } from './word-lines.js';

/** What people say, and what the portal calls it. */
const SAID: readonly (readonly [said: readonly WordLine[], official: string])[] = Object.entries(
  JSON.parse(readFileSync(new URL('./seed/everyday-words.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >,
).map(([said, official]) => [wordLines(said), official]);

/** @returns the text, followed by the official words for what is said in it: nobody writes of a “giấy phép lái xe”. */
export function withOfficialWords(text: string): string {
  const syllables = syllablesOf(text);
  return [text, ...SAID.flatMap(([said, official]) => (lineIn(said, syllables) ? [official] : []))].join(
    '\n',
  );
}

// How well the works of a procedure are recognised from words alone. Real titles are held back, asked, and the fields
// of the first three answers are looked at. `npm run bench:proposal`; needs ../shared/data, and says so elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { boundedText } from '../dist/src/directory/procedure-record.js';
import { fold } from '../dist/src/platform/kernel/fold.js';
import { formatRatio, ratio } from '../dist/src/platform/kernel/ratio.js';
import { withOfficialWords } from '../dist/src/routing/everyday-words.js';
import { TextIndexBuilder } from '../dist/src/routing/text-index.js';

const DATA = new URL('../../shared/data/tthc/tthc-2642-full.jsonl.gz', import.meta.url);
const FOLDS = 5;
const FIRST = 3;

if (!existsSync(DATA)) {
  console.log(`skipped: ${DATA.pathname} is not there`);
  process.exit(0);
}

const procedures = gunzipSync(readFileSync(DATA))
  .toString()
  .trim()
  .split('\n')
  .map((line, id) => {
    const row = JSON.parse(line);
    return { id, title: row.ten_thu_tuc, field: row.linh_vuc.normalize('NFC').trim(), text: boundedText(row), key: fold(row.ten_thu_tuc) };
  });

/** Procedures of one title are held back together: the portal lists some twice. */
const groups = [...new Set(procedures.map(({ key }) => key))];
const foldOf = new Map(groups.map((key, at) => [key, at % FOLDS]));
const heldBack = (fold) => procedures.filter(({ key }) => foldOf.get(key) === fold);
const others = (fold) => procedures.filter(({ key }) => foldOf.get(key) !== fold);

/** Wherever the text repeats its own title, the title is cut out: asking for it must not find itself. */
function withoutTitle({ title, text }) {
  const words = (all) => all.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const phrase = ` ${words(title).join(' ')} `;
  return text
    .split('\n')
    .map((line) => ` ${words(line).join(' ')} `.replaceAll(phrase, ' | '))
    .join('\n');
}

function indexOf(texts) {
  const builder = new TextIndexBuilder();
  for (const text of texts) builder.add(text);
  return builder.build();
}

const whole = ({ id, title, field, text }) => ({ id, title, body: `${field}\n${text}` });
const nameOnly = ({ id, title, field }) => ({ id, title, body: field });

function measure(name, indexFor) {
  let right = 0;
  let first = 0;
  let itself = 0;
  let asked = 0;
  let slowest = 0;
  let spent = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const answer = indexFor(fold);
    for (const { id, title, field } of heldBack(fold)) {
      const before = performance.now();
      const found = answer(title).slice(0, FIRST);
      const took = performance.now() - before;
      spent += took;
      slowest = Math.max(slowest, took);
      asked++;
      if (found.some((one) => procedures[one].field === field)) right++;
      if (found.length > 0 && procedures[found[0]].field === field) first++;
      if (found.includes(id)) itself++;
    }
  }
  const share = (count) => `${formatRatio(ratio(count, asked)).padStart(7)} (${count}/${asked})`;
  const own = itself > 0 ? `; the procedure itself among them ${share(itself)}` : '';
  const time = `${(spent / asked).toFixed(1)} ms a question, slowest ${slowest.toFixed(1)} ms`;
  console.log(`${name}\n   right field among the first three ${share(right)}; first ${share(first)}${own}; ${time}`);
}

const ranked = (index) => (title) => index.rank(title, FIRST).map(({ id }) => id);

console.log(`${procedures.length} procedures, ${new Set(procedures.map(({ field }) => field)).size} fields, ${FOLDS} parts, each held back once\n`);
measure('baseline: always the three most frequent fields', (fold) => {
  const counts = new Map();
  for (const { id, field } of others(fold)) {
    const known = counts.get(field) ?? { id, count: 0 };
    counts.set(field, { ...known, count: known.count + 1 });
  }
  const top = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, FIRST);
  return () => top.map(({ id }) => id);
});
measure('baseline: names alone, the procedure held back whole', (fold) => ranked(indexOf(others(fold).map(nameOnly))));
measure('proposer: whole texts, the procedure held back whole', (fold) => ranked(indexOf(others(fold).map(whole))));
measure('proposer: the procedure’s text stays, its title is cut out of it', (fold) =>
  ranked(
    indexOf([
      ...others(fold).map(whole),
      ...heldBack(fold).map((one) => ({ id: one.id, title: '', body: `${one.field}\n${withoutTitle(one)}` })),
    ]),
  ),
);

/**
 * Sentences as citizens might write them, made up before the first measurement; the list of everyday words was written
 * after it, knowing them.
 */
const questions = JSON.parse(readFileSync(new URL('./citizen-questions.json', import.meta.url)));
function measureQuestions(name, index, read = (text) => text) {
  const misses = questions.filter(({ fields, text }) =>
    !index.rank(read(text), FIRST).some(({ id }) => fields.includes(procedures[id].field)),
  );
  const right = questions.length - misses.length;
  console.log(`${name}\n   right field among the first three ${formatRatio(ratio(right, questions.length))} (${right}/${questions.length})`);
}
globalThis.gc?.();
const heap = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
const before = { memory: heap(), at: performance.now() };
const index = indexOf(procedures.map(whole));
const took = Math.round(performance.now() - before.at);
globalThis.gc?.();
const size = Math.round((heap() - before.memory) / 1e6);
console.log('');
measureQuestions(`${questions.length} made-up questions, names alone`, indexOf(procedures.map(nameOnly)));
measureQuestions(`${questions.length} made-up questions, whole texts`, index);
measureQuestions(`${questions.length} made-up questions, whole texts and everyday words`, index, withOfficialWords);
console.log(`\nindex of ${index.size} whole texts: ${took} ms to build${globalThis.gc ? `, ${size} MB` : ''}`);
const long = procedures.slice(0, 40).map(({ text }) => text).join('\n').slice(0, 10_000);
const start = performance.now();
index.rank(long, FIRST);
console.log(`a question of 10.000 characters: ${(performance.now() - start).toFixed(1)} ms`);
if (process.argv.includes('--misses'))
  for (const { text, fields } of questions) {
    const found = index.rank(withOfficialWords(text), FIRST).map(({ id, score, words }) => `${procedures[id].field} ${score.toFixed(1)} (${words.join(', ')})`);
    console.log(`${found.some((one) => fields.some((field) => one.startsWith(field))) ? ' ' : '✗'} ${text}\n     ${found.join('\n     ')}`);
  }

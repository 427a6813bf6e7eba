/**
 * npm run bench:published [-- sqlite|postgres] [-- --rows 100000]
 * Published answers on a throw-away SQLite file and a throw-away PostgreSQL: what a search, a filter, a page in the depth
 * and a feed cost by the index over words, and by LIKE and OFFSET in the same run.
 */
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../dist/src/entities.js';
import { Procedure } from '../dist/src/directory/procedure.entity.js';
import { ProcedureField } from '../dist/src/directory/procedure-field.entity.js';
import { Feedback } from '../dist/src/feedback/feedback.entity.js';
import { readerOptions, writerOptions } from '../dist/src/platform/database/data-source-options.js';
import { migrate } from '../dist/src/platform/database/migrate.js';
import { fold } from '../dist/src/platform/kernel/fold.js';
import { indexedWords, label, PUBLISHED_WORDS } from '../dist/src/platform/database/word-index.js';
import { CriticisedQuery } from '../dist/src/publication/criticised.query.js';
import { PublishedEntry } from '../dist/src/publication/published-entry.entity.js';
import { PublishedKeys } from '../dist/src/publication/published-keys.query.js';
import { PublishedQuery } from '../dist/src/publication/published.query.js';
import startPostgres from '../test/support/postgres.setup.mjs';

const given = process.argv.indexOf('--rows');
const ROWS = given > 0 ? Number(process.argv[given + 1]) : 100_000;
const AGENCIES = 300;
const FIELDS = 50;
const ROUNDS = 7;
const START = Date.parse('2024-01-01T00:00:00Z');
const STEP = 600_000;
/** Syllables by how often they come: the first in most texts, the last in one of thousands. */
const SYLLABLES = 'hồ sơ nộp trả chậm cán bộ giấy đất đai hộ khẩu khai sinh phí lệ cấp phép xây dựng đường nước điện rác trường học viện thuốc bảo hiểm thuế mã số căn cước lái xe đổi tên kết hôn'.split(' ');
const RARE = 'nghĩa trang thủy lợi phà';

const pause = () => new Promise((resolve) => setImmediate(resolve));
let seed = 7;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const syllable = () => SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)];
const text = (length) => Array.from({ length }, syllable).join(' ');

async function fill(source, engine) {
  const mark = (i) => (engine === 'postgres' ? `$${i + 1}` : '?');
  const insert = async (table, rows) => {
    const names = Object.keys(rows[0]);
    const values = rows.flatMap((row) => names.map((name) => row[name]));
    const tuples = rows.map((_, r) => `(${names.map((_, c) => mark(r * names.length + c)).join(', ')})`);
    await source.query(`INSERT INTO ${table} (${names.map((n) => `"${n}"`).join(', ')}) VALUES ${tuples.join(', ')}`, values);
  };
  const yes = engine === 'postgres' ? true : 1;
  const agency = (id) => ({ id, code: `A${id}`, name: `Cơ quan ${id}`, shortName: `CQ ${id}`, folded: `co quan ${id}`, level: 'COMMUNE', parentId: id === 1 ? null : id <= 10 ? 1 : 2 + (id % 9), path: pathOf(id), validFrom: '2015-01-01', intakeOpen: yes, address: '', postalAddress: '', phone: '', email: '', website: '' });
  for (let id = 1; id <= AGENCIES; id++) await insert('agency', [agency(id)]);
  for (let id = 1; id <= FIELDS; id++) await insert('procedure_field', [{ id, code: `f${id}`, name: `Lĩnh vực ${id}`, folded: `linh vuc ${id}` }]);
  await source.query('BEGIN');
  for (let id = 1; id <= ROWS; id += 100) {
    const batch = Array.from({ length: Math.min(100, ROWS - id + 1) }, (_, i) => one(id + i));
    for (const table of ['feedback', 'reply', 'publication', 'published_entry']) await insert(table, batch.map((row) => row[table]));
    if (id % 10_000 === 1) await pause();
  }
  await source.query('COMMIT');
  await source.query('ANALYZE');
  if (engine === 'postgres') await source.query('VACUUM ANALYZE published_entry');
}

const pathOf = (id) => (id === 1 ? '/1/' : id <= 10 ? `/1/${id}/` : `/1/${2 + (id % 9)}/${id}/`);

function one(id) {
  const [agencyId, fieldId] = [1 + (id % AGENCIES), 1 + (id % FIELDS)];
  const publishedAt = START + id * STEP;
  const title = text(8);
  const content = `${text(60)}${id % 9_973 === 0 ? ` ${RARE}` : ''}${id % 3 === 0 ? ' dat dai khong dau' : ''}`;
  const reply = text(60);
  const subject = id % 2 ? 'ADMIN_REGULATION' : 'ADMIN_ACT';
  const texts = [title, content, reply];
  const words = indexedWords(PUBLISHED_WORDS, publishedAt * 1000, { texts, labels: [label('a', agencyId), label('f', fieldId)] });
  const folded = fold(texts.join(' '));
  return {
    feedback: { id, code: `PAKN-${id}`, version: 1, state: 'CLOSED', kind: 'REMARK', subject, title, content: 'x', folded: 'x', channel: 'WEB', intakeAgencyId: agencyId, handlingAgencyId: agencyId, fieldId, submittedAt: publishedAt - STEP, changedAt: publishedAt, dueDay: '2026-01-01', plainDueDay: '2026-01-01', deadline: '{}', triageDueDay: '2026-01-01', hops: 0, reopenCount: 0, answeredAt: publishedAt, publication: 'PUBLISHED', mergedCount: 0, submissionKey: `k${id}` },
    reply: { id, feedbackId: id, body: 'x', outcome: 'EXPLAINED_KEEP', drafterId: 1, draftedAt: publishedAt },
    publication: { id, feedbackId: id, replyId: id, title, content, reply, folded, proposedById: 1, proposedAt: publishedAt, publishedById: 2, publishedAt },
    published_entry: { seq: publishedAt * 1000, publicationId: id, feedbackId: id, publishedAt, agencyId, fieldId, subject, kind: 'REMARK', outcome: 'EXPLAINED_KEEP', submittedAt: publishedAt - STEP, words },
  };
}

/** The list as it was read before: LIKE over the folded column, sorted, with OFFSET. */
function byLike(source, { words = '', below, fieldId }, offset) {
  const query = source.getRepository('Publication').createQueryBuilder('p').innerJoin('p.feedback', 'item').innerJoin('item.handlingAgency', 'agency').innerJoin('p.answer', 'answer').leftJoinAndSelect('item.field', 'field').where("item.publication = 'PUBLISHED'");
  for (const [i, word] of words.split(' ').filter(Boolean).entries()) query.andWhere(`p.folded LIKE :w${i}`, { [`w${i}`]: `%${word}%` });
  if (below) query.andWhere('agency.path LIKE :below', { below: `${below}%` });
  if (fieldId) query.andWhere('item.fieldId = :fieldId', { fieldId });
  return query.orderBy('p.publishedAt', 'DESC').addOrderBy('p.id', 'DESC').offset(offset).limit(20);
}

/** @returns the median of several runs in milliseconds. */
async function time(fn) {
  const spans = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await fn();
    spans.push(performance.now() - start);
  }
  return spans.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

async function measure(source, engine) {
  const agencies = new Map(Array.from({ length: AGENCIES }, (_, i) => [i + 1, { id: i + 1, path: pathOf(i + 1) }]));
  const keys = new PublishedKeys(source, { all: async () => agencies });
  const query = new PublishedQuery(source.getRepository(PublishedEntry), source.getRepository(ProcedureField), keys);
  console.log(`${engine}: ${ROWS} published answers`);
  const questions = {
    'nothing asked': {},
    'one common word': { words: 'ho' },
    'two words': { words: 'dat dai' },
    'two words with marks': { words: 'đất đai' },
    'four rare words': { words: 'nghia trang thuy loi' },
    'words that are nowhere': { words: 'khong co tu nay zzz' },
    'a province': { below: '/1/4/' },
    'one agency': { below: pathOf(137) },
    'a field, words': { fieldId: 7, words: 'khai sinh' },
    'a province, a field, rare words': { below: '/1/4/', fieldId: 7, words: 'nghia trang' },
  };
  for (const [name, question] of Object.entries(questions)) {
    const first = await time(() => query.page(question, {}, 20));
    const far = await time(() => query.page(question, { after: deep }, 20));
    const counted = await time(() => query.count(question));
    const folded = { ...question, words: (question.words ?? '').replaceAll('đ', 'd').replaceAll('ấ', 'a') };
    const like = await time(() => byLike(source, folded, 0).getMany());
    const all = byLike(source, folded, 0).offset(undefined).limit(undefined);
    const offset = Math.floor((await all.getCount()) * 0.75);
    const likeFar = await time(() => byLike(source, folded, offset).getMany());
    const likeCount = await time(() => all.getCount());
    const ratio = (a, b) => `${(a / b).toFixed(1).padStart(7)}×`;
    console.log(`  ${name.padEnd(32)} page ${ms(first)} (LIKE ${ms(like)}, ${ratio(like, first)})   deep ${ms(far)} (OFFSET ${ms(likeFar)}, ${ratio(likeFar, far)})   count ${ms(counted)} (LIKE ${ms(likeCount)}, ${ratio(likeCount, counted)})`);
  }
  const criticised = new CriticisedQuery(source.getRepository(PublishedEntry), source.getRepository(Feedback), source.getRepository(Procedure), source.getRepository(ProcedureField));
  const year = { from: '2024-01-01', to: '2025-12-31', by: 'field' };
  console.log(`  the regulations most criticised, two years, for everybody ${ms(await time(() => criticised.rows(year, 'public')))}`);
  console.log(`  the same for staff                                        ${ms(await time(() => criticised.rows(year, { staffId: 1, below: ['/1/'] })))}`);
  const { rows } = await query.page({}, {}, 50);
  console.log(`  a feed: ${rows.length} entries, ${Math.round(JSON.stringify(rows).length / 1024)} KB of text whatever there is`);
}

/** A place three quarters down the list. */
const deep = `0-${(START + Math.round(ROWS / 4) * STEP) * 1000}`;
const ms = (span) => `${span.toFixed(1).padStart(7)} ms`;

await startPostgres();
const targets = [
  { engine: 'sqlite', file: join(process.env.TEST_FOLDER, 'published.sqlite') },
  { engine: 'postgres', url: process.env.TEST_DATABASE_URL, replicas: [] },
];
const only = process.argv.find((name) => targets.some(({ engine }) => engine === name));
for (const target of targets.filter(({ engine }) => !only || engine === only)) {
  await migrate(target, ENTITIES);
  const writer = await new DataSource(writerOptions(target, ENTITIES)).initialize();
  const start = performance.now();
  await fill(writer, target.engine);
  console.log(`${target.engine}: filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await writer.destroy();
  const reader = await new DataSource(readerOptions(target, ENTITIES)).initialize();
  await measure(reader, target.engine);
  await reader.destroy();
}
await globalThis.endOfRun();

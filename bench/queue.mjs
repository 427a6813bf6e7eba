/**
 * npm run bench:queue [-- sqlite|postgres] [-- --explain]
 * A desk over 50.000 open items and as many that have ended, on a throw-away SQLite file and a throw-away PostgreSQL:
 * what a page costs at the top and in the depth, by key and by OFFSET in the same run, and what counting the lists costs.
 */
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../dist/src/entities.js';
import { orderOf, placeOf } from '../dist/src/faces/officer/queue-order.js';
import { tabsFor, queueTab } from '../dist/src/faces/officer/queue-tab.js';
import { QueueQuery } from '../dist/src/faces/officer/queue.query.js';
import { QueueTally } from '../dist/src/faces/officer/queue-tally.query.js';
import { Feedback } from '../dist/src/feedback/feedback.entity.js';
import { readerOptions, writerOptions } from '../dist/src/platform/database/data-source-options.js';
import { migrate } from '../dist/src/platform/database/migrate.js';
import startPostgres from '../test/support/postgres.setup.mjs';

const OPEN = 50_000;
const DEPTH = 25_000;
const AGENCIES = 100;
const ROUNDS = 7;
const TODAY = '2026-03-10';
const STATES = ['SUBMITTED', 'RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'AWAITING_APPROVAL', 'NEEDS_INFO'];
const NOTHING = {
  words: '',
  ...Object.fromEntries(
    ['state', 'agencyPath', 'fieldId', 'procedureId', 'channel', 'urgency', 'assignee'].map((name) => [name, null]),
  ),
  ...{ receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null },
};

const numbers = (count) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
const dayAfter = (days, engine) =>
  engine === 'sqlite' ? `date('${TODAY}', (${days}) || ' days')` : `to_char(date '${TODAY}' + (${days}), 'YYYY-MM-DD')`;

/** Agency 1 stands over all others; every tenth item of each was sent on to the next one. */
async function fill(source, engine) {
  await source.query(`${numbers(AGENCIES)} INSERT INTO agency (code, name, "shortName", folded, level, "parentId", path, "validFrom", "intakeOpen", address, "postalAddress", phone, email, website)
    SELECT 'A' || i, 'Cơ quan ' || i, 'CQ ' || i, 'co quan ' || i, 'COMMUNE', ${'CASE WHEN i = 1 THEN NULL ELSE 1 END'}, CASE WHEN i = 1 THEN '/1/' ELSE '/1/' || i || '/' END, '2015-01-01', ${engine === 'sqlite' ? 1 : 'TRUE'}, '', '', '', '', '' FROM n`);
  const state = STATES.map((name, i) => `WHEN ${i} THEN '${name}'`).join(' ');
  const words = `'Chờ lâu ở bộ phận một cửa, tôi đã đến ba lần mà chưa được nhận hồ sơ. '`;
  const long = engine === 'sqlite' ? `replace(hex(zeroblob(14)), '00', ${words})` : `repeat(${words}, 14)`;
  const at = `(1 + i % ${AGENCIES})`;
  const due = dayAfter(`(i % 10000 * 7919) % 60 - 10`, engine);
  await source.query(`${numbers(OPEN * 2)} INSERT INTO feedback
    (code, version, state, kind, subject, title, content, folded, channel, "intakeAgencyId", "handlingAgencyId", "submittedAt", "changedAt",
     "registerNumber", "dueDay", "plainDueDay", deadline, "overdueAfter", "triageDueDay", hops, "reopenCount", "answeredAt", publication, "mergedCount", "submissionKey", "assigneeId")
    SELECT 'PAKN-' || i, 1, CASE WHEN i > ${OPEN} THEN 'CLOSED' ELSE CASE i % 6 ${state} END END, 'REMARK', 'ADMIN_ACT', 'Hồ sơ số ' || i, ${long},
     'ho so so ' || i || ${long}, 'WEB', ${at}, CASE WHEN i % 10 = 0 THEN 1 + (i + 1) % ${AGENCIES} ELSE ${at} END, 1770000000000 + (i % 10000 * 104729) % 100000000 - i, 1770000000000 + (i % 10000 * 7907) % 100000000 - i,
     CASE WHEN i % 6 = 0 AND i <= ${OPEN} THEN NULL ELSE 'N' || i END, ${due}, ${due}, '{"due":"${TODAY}","counted":[],"pauses":[],"extension":null}', ${due}, '${TODAY}', 0, 0,
     CASE WHEN i > ${OPEN} THEN 1770000000000 + i ELSE NULL END, 'NONE', 0, 'k' || i, CASE WHEN i % 3 = 0 THEN i % 200 ELSE NULL END FROM n`);
  for (const sql of (process.env.EXTRA ?? '').split(';').filter(Boolean)) await source.query(sql);
  await source.query('ANALYZE');
}

function deskAt(agencyId, path) {
  const grants = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER'].map((role) => ({ role, agencyId, path }));
  const actor = { kind: 'staff', staffId: 7, name: '', roles: grants.map(({ role }) => role), agencyId, grants };
  return { actor, today: TODAY, mine: [7], own: [agencyId] };
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

const line = (what, ms) => console.log(`  ${what.padEnd(62)} ${ms.toFixed(1).padStart(8)} ms`);

async function measure(source, engine) {
  const items = source.getRepository(Feedback);
  const queue = new QueueQuery(items);
  const tally = new QueueTally(items);
  const top = deskAt(1, '/1/');
  const edge = { after: '', before: '' };
  console.log(`${engine}: ${OPEN} open items, ${OPEN} ended`);
  for (const sort of ['due', '-received', '-changed', '-priority']) {
    const question = { tab: queueTab('open'), scope: 'all', filters: NOTHING, sort };
    const order = orderOf(sort);
    const byOffset = (offset) => {
      const query = queue.asked(question, top).select(['item', 'handlingAgency', 'intakeAgency']);
      for (const { column, direction } of order) query.addOrderBy(`item.${column}`, direction);
      return query.offset(offset).limit(51);
    };
    const [deep] = await byOffset(DEPTH).getMany();
    const after = placeOf(deep, order);
    if (process.argv.includes('--explain')) await explain(source, engine, byOffset(0));
    const first = await time(() => queue.page(question, edge, top));
    const byKey = await time(() => queue.page(question, { after, before: '' }, top));
    const far = await time(() => byOffset(DEPTH).getMany());
    line(`${sort}: first page`, first);
    line(`${sort}: page behind item ${DEPTH}, by key`, byKey);
    line(`${sort}: the same page by OFFSET`, far);
    console.log(`  ${sort}: OFFSET / key = ${(far / byKey).toFixed(1)}`);
  }
  for (const [who, desk] of [
    ['province', top],
    ['commune', deskAt(42, '/1/42/')],
  ]) {
    const tabs = tabsFor(desk.actor.roles).filter(({ group }) => group !== 'archive');
    const ask = (filters) => tabs.map((tab) => ({ tab, scope: 'own', filters }));
    line(`${who}: counts of ${tabs.length} lists`, await time(() => tally.of(ask(NOTHING), desk)));
    line(`${who}: the same, looking for words`, await time(() => tally.of(ask({ ...NOTHING, words: 'số 4999' }), desk)));
    for (const name of ['todo', 'mine', 'overdue', 'unassigned'])
      line(`${who}: first page of “${name}”`, await time(() =>
        queue.page({ tab: queueTab(name), scope: 'own', filters: NOTHING, sort: 'due' }, edge, desk)));
    line(`${who}: words in everything`, await time(() =>
      queue.page({ tab: queueTab('all'), scope: 'own', filters: { ...NOTHING, words: 'số 4999' }, sort: '-received' }, edge, desk)));
  }
}

async function explain(source, engine, query) {
  const [sql, parameters] = query.getQueryAndParameters();
  const rows = await source.query(`EXPLAIN ${engine === 'sqlite' ? 'QUERY PLAN ' : ''}${sql}`, parameters);
  for (const row of rows) console.log(`    ${row.detail ?? row['QUERY PLAN']}`);
}

await startPostgres();
const targets = [
  { engine: 'sqlite', file: join(process.env.TEST_FOLDER, 'queue.sqlite') },
  { engine: 'postgres', url: process.env.TEST_DATABASE_URL, replicas: [] },
];
const only = process.argv.find((name) => targets.some(({ engine }) => engine === name));
for (const target of targets.filter(({ engine }) => !only || engine === only)) {
  await migrate(target, ENTITIES);
  const writer = await new DataSource(writerOptions(target, ENTITIES)).initialize();
  await fill(writer, target.engine);
  await writer.destroy();
  const reader = await new DataSource(readerOptions(target, ENTITIES)).initialize();
  await measure(reader, target.engine);
  await reader.destroy();
}
await globalThis.endOfRun();

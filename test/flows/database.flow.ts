import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { readerOptions } from '../../src/platform/database/data-source-options.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Writer } from '../../src/platform/database/writer.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { aDatabase, ENGINES, type TestDatabase } from '../support/database.js';

/** Any small table serves; the outbox's has nothing around it. */
const message = (key: string) => ({ topic: 'test', key, payload: { n: 1 }, runAt: 0 });

describe.each(ENGINES)('the unit of work on %s', (engine) => {
  let database: TestDatabase;
  let writer: Writer;
  let unitOfWork: UnitOfWork;
  const outbox = new Outbox();

  beforeEach(async () => {
    database = await aDatabase(engine);
    writer = await Writer.open(database.target, ENTITIES);
    unitOfWork = new UnitOfWork(writer);
  });
  afterEach(async () => {
    await writer.close();
    await database.drop();
  });

  const keys = async (): Promise<string[]> =>
    (await writer.source.getRepository(OutboxMessage).find({ order: { id: 'ASC' } })).map(({ key }) => key);

  it('keeps what overlapping units acknowledge, and nothing of those that fail (trap 1)', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        unitOfWork.run(async (tx) => {
          await outbox.post(tx, message(`a${i}`));
          await turn();
          await outbox.post(tx, message(`b${i}`));
          if (i % 3 === 0) throw new Error('refused');
          return i;
        }),
      ),
    );
    const done = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    expect(done).toHaveLength(40);
    expect((await keys()).sort()).toEqual(done.flatMap((i) => [`a${i}`, `b${i}`]).sort());
  });

  it('lets nested calls join, so that one failure takes all of it back', async () => {
    const attempt = unitOfWork.run(async (tx) => {
      await outbox.post(tx, message('outer'));
      await unitOfWork.run((inner) => outbox.post(inner, message('inner')));
      throw new Error('refused');
    });
    await expect(attempt).rejects.toThrow('refused');
    expect(await keys()).toEqual([]);
  });

  it('runs what waits for the commit only after a commit', async () => {
    const told: string[] = [];
    await unitOfWork.run(async (tx) => {
      unitOfWork.afterCommit(() => told.push('committed'));
      await outbox.post(tx, message('one'));
      expect(told).toEqual([]);
    });
    await unitOfWork
      .run(() => {
        unitOfWork.afterCommit(() => told.push('never'));
        throw new Error('refused');
      })
      .catch(() => undefined);
    expect(told).toEqual(['committed']);
  });

  it('gives everybody else a source that cannot write', async () => {
    const reader = await new DataSource(readerOptions(database.target, ENTITIES)).initialize();
    const stray = reader.query(`DELETE FROM outbox_message`);
    await expect(stray).rejects.toThrow(/readonly|read-only/);
    await reader.destroy();
  });

  it('refuses to change or delete a journal entry', async () => {
    const journal = `INSERT INTO journal_entry ("feedbackId", "seq", "recordedAt", "effectiveAt", "action", "toState",
      "actorKind", "agencyId", "subject", "dueDay", "plainDueDay", "publication", "prevHash", "hash")
      VALUES (1, 1, 1, 1, 'submit', 'SUBMITTED', 'citizen', 1, 'BOTH', '2026-01-01', '2026-01-01', 'NONE', '', 'x')`;
    await unitOfWork.run((tx) => tx.query(journal));
    for (const sql of [`UPDATE journal_entry SET "hash" = 'y'`, `DELETE FROM journal_entry`]) {
      await expect(unitOfWork.run((tx) => tx.query(sql))).rejects.toThrow('append-only');
    }
  });
});

describe('SQLite', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await aDatabase('sqlite');
  });
  afterEach(() => database.drop());

  it('lets two processes write to one file (trap 2)', async () => {
    const writer = await Writer.open(database.target, ENTITIES);
    const file = database.url.slice('sqlite:'.length);
    const other = spawn(process.execPath, ['--input-type=module', '-e', OTHER_PROCESS, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(other, 'exit'); // it may end before we do
    await once(other.stdout, 'data'); // it has begun
    const unitOfWork = new UnitOfWork(writer);
    for (let i = 0; i < 40; i++) {
      await unitOfWork.run(async (tx) => {
        const before = await tx.count(OutboxMessage); // a deferred transaction would begin as a reader here …
        await turn();
        await new Outbox().post(tx, message(`ours-${i}-${before}`)); // … and fail here when the other has written since
      });
    }
    const [code] = (await exited) as [number];
    expect(code).toBe(0);
    expect(await writer.source.getRepository(OutboxMessage).count()).toBe(80);
    await writer.close();
  });

  it('syncs every commit to the disk (trap 3)', async () => {
    const writer = await Writer.open(database.target, ENTITIES);
    expect(await writer.source.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await writer.source.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await writer.source.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await writer.close();
  });

  it('does not freeze the process while another holds the file', async () => {
    const first = await Writer.open(database.target, ENTITIES);
    const second = await Writer.open(database.target, ENTITIES);
    let turns = 0;
    let release = (): void => undefined;
    const held = first.transaction(() => new Promise<void>((resolve) => (release = resolve)));
    await turn();
    const waiting = second.transaction((tx) => new Outbox().post(tx, message('second')));
    for (; turns < 20; turns++) await turn(); // the loop goes on although the second one waits
    release();
    await Promise.all([held, waiting]);
    expect(await second.source.getRepository(OutboxMessage).count()).toBe(1);
    await first.close();
    await second.close();
  });
});

/** Forty short immediate transactions, as a second web process would make them. */
const OTHER_PROCESS = `
  import Database from 'better-sqlite3';
  const db = new Database(process.argv[1], { timeout: 10000 });
  const add = db.prepare("INSERT INTO outbox_message (topic, key, payload, runAt, state, attempts, claimedUntil) VALUES ('test', ?, '{}', 0, 'WAITING', 0, 0)");
  for (let i = 0; i < 40; i++) {
    db.exec('BEGIN IMMEDIATE');
    add.run('theirs-' + i);
    if (i === 0) console.log('begun');
    await new Promise((resolve) => setTimeout(resolve, 2));
    db.exec('COMMIT');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
`;

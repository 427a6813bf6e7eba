import { afterEach, describe, expect, it } from '@jest/globals';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { writerOptions } from '../../src/platform/database/data-source-options.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { anEmptyDatabase, ENGINES, type TestDatabase } from '../support/database.js';

/** The migrations of the first release. */
const FIRST = 2;
const SENT = Date.parse('2026-03-02T09:00:00+07:00');
const HOUR = 3_600_000;

const AGENCY = {
  code: 'HG-TT',
  name: 'UBND xã Tân Tiến',
  shortName: 'Xã Tân Tiến',
  folded: 'ubnd xa tan tien',
  level: 'COMMUNE',
  path: '/1/',
  validFrom: '2015-01-01',
};
const DEADLINE = {
  start: '2026-03-02',
  term: 10,
  rule: 'handling.ADMIN_ACT',
  due: '2026-03-16',
  originalDue: '2026-03-16',
  plainDue: '2026-03-16',
  counted: ['2026-03-16'],
  skipped: [],
  swaps: [],
  pauses: [],
  extension: null,
  confirmed: true,
};
const ITEM = {
  code: 'PAKN-26-7K3M9Q-4',
  version: 2,
  state: 'RECEIVED',
  kind: 'REMARK',
  subject: 'ADMIN_ACT',
  title: 'Nộp hồ sơ phải đi lại',
  content: 'Tôi phải đi lại ba lần.',
  folded: 'nop ho so phai di lai',
  channel: 'WEB',
  intakeAgencyId: 1,
  handlingAgencyId: 1,
  submittedAt: SENT,
  registerNumber: '00001/2026/TN-HG-TT',
  dueDay: '2026-03-16',
  plainDueDay: '2026-03-16',
  deadline: JSON.stringify(DEADLINE),
  overdueAfter: '2026-03-16',
  triageDueDay: '2026-03-04',
  hops: 0,
  reopenCount: 0,
  publication: 'NONE',
  mergedCount: 0,
  submissionKey: 'k'.repeat(43),
};
const SUBMITTER = {
  feedbackId: 1,
  type: 'INDIVIDUAL',
  name: 'Nguyễn Văn Ế',
  address: 'Thôn Đông',
  phone: '0912345678',
};
const ENTRY = {
  feedbackId: 1,
  recordedAt: SENT,
  effectiveAt: SENT,
  actorKind: 'citizen',
  agencyId: 1,
  subject: 'ADMIN_ACT',
  dueDay: '2026-03-16',
  plainDueDay: '2026-03-16',
  publication: 'NONE',
  prevHash: '',
  hash: 'h',
};

describe.each(ENGINES)('an installation of the first release on %s', (engine) => {
  let database: TestDatabase;
  let source: DataSource;
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  const open = async (migrations: number | null): Promise<DataSource> => {
    const options = writerOptions(database.target, ENTITIES);
    const list = (options.migrations as unknown[]).slice(0, migrations ?? undefined);
    return new DataSource({ ...options, migrations: list } as DataSourceOptions).initialize();
  };
  const put = (table: string, row: Record<string, unknown>): Promise<unknown> => {
    const columns = Object.keys(row);
    const marks = columns.map((_, i) => (engine === 'postgres' ? `$${i + 1}` : '?'));
    const names = columns.map((column) => `"${column}"`).join(', ');
    return source.query(`INSERT INTO "${table}" (${names}) VALUES (${marks.join(', ')})`, Object.values(row));
  };

  it('keeps its items, their journal and its triggers when it is brought to this release', async () => {
    database = await anEmptyDatabase(engine);
    source = await open(FIRST);
    await source.runMigrations({ transaction: 'all' });
    await put('agency', AGENCY);
    await put('feedback', ITEM);
    await put('submitter', SUBMITTER);
    await put('journal_entry', { ...ENTRY, seq: 1, action: 'submit', toState: 'SUBMITTED' });
    await put('journal_entry', {
      ...ENTRY,
      seq: 2,
      action: 'book',
      toState: 'RECEIVED',
      recordedAt: SENT + HOUR,
    });
    await source.destroy();

    const run = await migrate(database.target, ENTITIES);
    expect(run.length).toBeGreaterThan(0);
    source = await open(null);
    const item = await source.manager.findOneOrFail(Feedback, {
      where: { code: ITEM.code },
      relations: { submitter: true, coordinations: true, intakeAgency: true },
    });
    expect(item).toMatchObject({
      ...ITEM,
      deadline: DEADLINE,
      urgency: 'NORMAL',
      aboutHead: false,
      concernsStaffId: null,
      assigneeId: null,
      reopenAsked: false,
      coordinations: [],
      changedAt: SENT + HOUR,
      submitter: SUBMITTER,
    });
    await expect(source.query('DELETE FROM "journal_entry"')).rejects.toThrow('append-only');
    expect(await migrate(database.target, ENTITIES)).toEqual([]);
  });
});

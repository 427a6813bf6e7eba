import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Command } from 'commander';
import { registerBackup } from '../../src/faces/operator/backup.command.js';
import type { Cli } from '../../src/faces/operator/cli-context.js';
import { registerMigrate } from '../../src/faces/operator/migrate.command.js';
import { registerOutbox } from '../../src/faces/operator/outbox.command.js';
import { registerUser } from '../../src/faces/operator/user.command.js';
import { Settings } from '../../src/platform/config/settings.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { anApplication, MORNING, type TestApplication } from '../support/application.js';
import { PAGE_ENGINES } from '../support/database.js';
import { pdf } from '../support/made-files.js';
import { signIn } from '../support/staff-way.js';

describe.each(PAGE_ENGINES)('commands on %s', (engine) => {
  let product: TestApplication;
  beforeAll(async () => {
    product = await anApplication(engine);
    await product.province();
  }, 60_000);
  afterAll(() => product.close());

  /** @returns the lines of the result. */
  async function run(...words: string[]): Promise<string[]> {
    const lines: string[] = [];
    const cli: Cli = {
      settings: () => product.app.get(Settings),
      boot: () => Promise.resolve(product.app),
      serve: () => Promise.reject(new Error('nothing is served here')),
      print: (line) => void lines.push(...line.split('\n')),
      progress: () => undefined,
    };
    const program = new Command('lang-nghe').exitOverride();
    for (const register of [registerMigrate, registerUser, registerOutbox, registerBackup])
      register(program, cli);
    await program.parseAsync(words, { from: 'user' });
    return lines;
  }

  it('adds a person who signs in with the printed password and makes one of their own first', async () => {
    const [who, password = ''] = await run(
      ...['user', 'add', '--username', 'an.nguyen', '--name', 'Nguyễn An', '--agency', 'HG-TT'],
      ...['--role', 'INTAKE_OFFICER,HANDLER'],
    );
    expect(who).toContain('an.nguyen  INTAKE_OFFICER,HANDLER  HG-TT');
    const browser = product.browser();
    const { url } = await signIn(browser, 'an.nguyen', password.replace('password: ', ''));
    expect(url).toBe('/tai-khoan/mat-khau');
  });

  it.each([
    ['an unknown agency', ['--agency', 'NIX', '--role', 'HANDLER'], /--agency/],
    ['an unknown role', ['--agency', 'HG', '--role', 'KING'], /--role/],
  ])('refuses %s in one line', async (_, options, message) => {
    const person = ['user', 'add', '--username', 'binh.le', '--name', 'Lê Bình'];
    await expect(run(...person, ...options)).rejects.toThrow(message);
  });

  it('shows what has given up, and gives it another round', async () => {
    const nobodys = { topic: 'test.nobody', key: `nobody:${engine}`, payload: { n: 1 }, runAt: MORNING };
    await product.write((tx) => product.app.get(Outbox).post(tx, nobodys));
    for (let tries = 0; tries < 8; tries++) {
      await product.runDue();
      product.clock.advance(5 * 3_600_000);
    }
    const shown = await run('outbox', 'list');
    expect(shown.at(-1)).toBe('1 failed');
    expect(shown[0]).toContain('PARKED\ttest.nobody\t8');
    expect(await run('outbox', 'retry')).toEqual(['1 rows will be tried again']);
    const row = await product.reader.findOneByOrFail(OutboxMessage, { key: nobodys.key });
    expect([row.state, row.attempts]).toEqual(['WAITING', 0]);
    product.clock.set(MORNING);
  });

  it('copies the database while it is in use, and never over a file', async () => {
    const file = join(product.app.get(Settings).dataDir, 'copy.sqlite');
    if (engine === 'postgres') {
      await expect(run('backup', file)).rejects.toThrow('pg_dump');
      return;
    }
    const citizen = product.browser();
    await citizen.visit('/gui');
    const sent = { name: 'a.pdf', bytes: pdf() };
    await citizen.upload({ fileAdd: '1' }, [sent], '/gui/kiem-tra');
    const files = `${file}.files`;
    expect(await run('backup', file)).toEqual([file, `${file}.secrets.json`, files]);
    const [kept = '', ...others] = (await readdir(files, { recursive: true })).filter((one) =>
      one.includes('/'),
    );
    expect(others).toEqual([]);
    expect(await readFile(join(files, kept))).toEqual(sent.bytes);
    const copy = new Database(file, { readonly: true });
    expect(copy.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(copy.prepare('SELECT count(*) AS n FROM staff').get()).toMatchObject({ n: 9 });
    copy.close();
    await expect(run('backup', file)).rejects.toThrow('exists already');
    await expect(run('backup', '/nowhere/at/all')).rejects.toThrow('no such folder');
  });
});

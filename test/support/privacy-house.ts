import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { pino } from 'pino';
import { ANYBODY } from '../../src/feedback/actor.js';
import type { Feedback } from '../../src/feedback/feedback.entity.js';
import type { NewAttachment } from '../../src/feedback/new-attachment.js';
import type { NewFeedback } from '../../src/feedback/new-feedback.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import { FiguresQuestions } from '../../src/figures/figures-questions.service.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { Log } from '../../src/platform/config/log.js';
import { type Environment, Settings } from '../../src/platform/config/settings.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import type { BrowserAgent } from './browser-agent.js';
import type { Engine } from './database.js';
import { DeskHouse } from './desk-house.js';

/** Stands in everything that the person of these tests has said. */
export const SECRET = 'Quytxanhbimat';
const PHONE = '0987650123';
export const PERSON = {
  type: 'INDIVIDUAL' as const,
  name: `Trần ${SECRET}`,
  address: `Số 5 ngõ ${SECRET}, phường Đông Sơn`,
  phone: PHONE,
  email: `${SECRET.toLowerCase()}@vidu.vn`,
};
export const TRACES = new RegExp(`${SECRET}|${PHONE}`, 'i');

/** An office whose only submitter can be told from everything else, and eyes for what is left of that person. */
export class PrivacyHouse extends DeskHouse {
  private turn = 0;
  /** What the product has written to its log; asked of a house that was opened with `LOG_LEVEL`. */
  readonly logged: string[] = [];

  override async open(engine: Engine, more: Environment = {}): Promise<void> {
    await super.open(engine, more);
    const stream = Reflect.get(this.house.app.get(Log).pino, pino.symbols.streamSym) as { write: unknown };
    stream.write = (line: string) => this.logged.push(line);
  }

  /** @returns an item that this person has sent, with everything that a form takes. */
  async told(more: Partial<NewFeedback> = {}): Promise<Feedback> {
    const words = { title: `Chờ lâu ${SECRET}`, content: `Tôi là ${PERSON.name}, ${PHONE}.` };
    const given: NewFeedback = {
      ...{ kind: 'REMARK', subject: 'ADMIN_ACT', procedureId: null, fieldId: null, channel: 'WEB', ...words },
      intakeAgencyId: this.agencyId('HG'),
      submissionKey: `privacy-${++this.turn}`,
      submitter: PERSON,
      place: `Một cửa ${SECRET}`,
      concernedName: `Ông ${SECRET}`,
      files: [await this.file(`${SECRET}.pdf`)],
      ...more,
    };
    return this.house.app.get(SubmissionService).submit(given, ANYBODY);
  }

  /** A file whose bytes hold the secret, stored and synced. */
  async file(name: string): Promise<NewAttachment> {
    const store = this.house.app.get(FileStore);
    const path = await store.incoming();
    await writeFile(path, `%PDF ${SECRET} ${name}`);
    const kept = await store.keep(path);
    return { name, mediaType: 'application/pdf', scan: 'UNCHECKED', ...kept };
  }

  /** @returns a browser that has opened the item with code and PIN. */
  async opened(code: string): Promise<BrowserAgent> {
    const browser = this.house.browser();
    await browser.visit('/tra-cuu');
    await browser.submit({ code, pin: this.house.app.get(TrackingPin).of(code) }, '/tra-cuu');
    return browser;
  }

  journal(feedbackId: number): Promise<JournalEntry[]> {
    return this.house.reader.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });
  }

  /** The report of a whole year, as its numbers. */
  async figures(year: number): Promise<unknown> {
    const asked = { from: `${year}-01-01`, to: `${year}-12-31`, asOf: `${year}-12-31`, by: 'agency' };
    const { question, errors } = await this.house.app.get(FiguresQuestions).read(asked, 'all');
    if (!question) throw new Error(JSON.stringify(errors));
    const { total, rows } = await this.house.app.get(FiguresService).report(question);
    return JSON.parse(JSON.stringify({ total, rows }));
  }

  /** @returns where a trace of the person is left: tables of the database, and files. */
  async traces(): Promise<string[]> {
    return [...(await this.tracesInTables()), ...(await this.tracesInFiles())];
  }

  private async tracesInTables(): Promise<string[]> {
    const { reader } = this.house;
    const isSqlite = reader.dataSource.options.type !== 'postgres';
    const listed = isSqlite
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    const tables: { name: string }[] = await reader.query(listed);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: unknown[] = await reader.query(`SELECT * FROM "${name}"`);
      if (rows.some((row) => TRACES.test(JSON.stringify(row)))) found.push(name);
    }
    return found;
  }

  /** Of SQLite the bytes of the database itself, too: what was erased must not lie on in free pages. */
  private async tracesInFiles(): Promise<string[]> {
    const { dataDir } = this.house.app.get(Settings);
    const found: string[] = [];
    for (const name of await readdir(dataDir, { recursive: true })) {
      const path = join(dataDir, name);
      if (name.endsWith('.sqlite')) emptyLog(path);
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (TRACES.test(bytes.toString('latin1'))) found.push(name);
    }
    return found;
  }
}

/** Brings the write-ahead log into the database. */
function emptyLog(path: string): void {
  const database = new BetterSqlite3(path);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

import { Command } from 'commander';
import { StaffService } from '../../src/accounts/staff.service.js';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { DEMO_PASSWORD, type DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { demoPresent } from '../../src/faces/operator/demo/demo-present.js';
import { Player } from '../../src/faces/operator/demo/player.js';
import { registerReport } from '../../src/faces/operator/report.command.js';
import type { EntityManager } from 'typeorm';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import type { Action } from '../../src/feedback/transition.js';
import { FiguresQuestions } from '../../src/figures/figures-questions.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import type { FiguresQuestion, Report } from '../../src/figures/report.js';
import type { CivilDay } from '../../src/platform/kernel/civil-day.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { anApplication, type TestApplication } from './application.js';
import type { BrowserAgent, BrowserPage } from './browser-agent.js';
import type { Engine } from './database.js';
import { fixtureHistory } from './figure-fixture.js';

export const NOW = Date.parse('2026-03-10T08:00:00+07:00');
/** The fixture's items are chains in the journal alone: their keys lie beyond every real item's. */
const BEYOND = 1_000_000;

/** The demo's province with the present played through the services, and the journal of the fixture of 2019. */
export class FiguresHouse {
  private constructor(
    private readonly house: TestApplication,
    private readonly ground: DemoGround,
  ) {}

  static async open(engine: Engine): Promise<FiguresHouse> {
    const house = await anApplication(engine, NOW);
    const ground = await house.province();
    const calendar = await house.app.get(CalendarService).current();
    await new Player(house.app, house.clock).play(demoPresent(calendar, ground, new SeededRandom(2), NOW));
    house.clock.set(NOW);
    const agencyId = ground.agencies.get('HG')?.id ?? 0;
    await house.write((tx) => writeFixture(tx, agencyId));
    return new FiguresHouse(house, ground);
  }

  /** What a letter that came last month does to the books: keyed in now, booked, split, and merged with another. */
  async keyIn(receivedDay: CivilDay): Promise<void> {
    const { INTAKE_OFFICER: clerk, SUPERVISOR: supervisor } = this.ground.actors;
    const enter = (key: string): Promise<Feedback> =>
      this.app.get(SubmissionService).submit(
        {
          ...{ kind: 'REMARK', subject: 'ADMIN_ACT', channel: 'POST', title: 'Thư', content: 'Nội dung' },
          ...{ procedureId: null, fieldId: null, submissionKey: key, receivedDay },
          intakeAgencyId: this.ground.agencies.get('HG')?.id ?? 0,
          submitter: { type: 'INDIVIDUAL', name: 'A', address: 'B', phone: '', email: null },
        },
        clerk,
      );
    const step = async (id: number, action: Action, input: TransitionInput, actor = clerk): Promise<void> => {
      const { version } = await this.house.reader.findOneByOrFail(Feedback, { id });
      await this.app.get(FeedbackService).transition({ id, expectedVersion: version }, action, input, actor);
    };
    const [one, two] = [await enter('letter-1'), await enter('letter-2')];
    await step(one.id, 'book', {});
    const part = { title: 'Phần', content: 'Phần', subject: 'ADMIN_REGULATION' } as const;
    await step(one.id, 'split', { part });
    await step(two.id, 'book', {});
    await step(two.id, 'merge', { masterCode: one.code });
    await step(one.id, 'reclassify', { subject: 'BOTH', fieldId: null, reason: 'Cả hai' }, supervisor);
  }

  close(): Promise<void> {
    return this.house.close();
  }

  get app(): TestApplication['app'] {
    return this.house.app;
  }

  visit(url: string): Promise<BrowserPage> {
    return this.house.browser().visit(url);
  }

  async signedIn(username: string): Promise<BrowserAgent> {
    const browser = this.house.browser();
    await browser.visit('/dang-nhap');
    await browser.submit({ username, password: DEMO_PASSWORD }, '/dang-nhap');
    return browser;
  }

  /** @returns the browser of somebody who supervises that agency and works there. */
  async supervisorOf(code: string): Promise<BrowserAgent> {
    const agencyId = (await this.app.get(AgencyDirectory).byCode(code))?.id ?? 0;
    const username = `giamsat.${code.toLowerCase()}`;
    await this.app.get(StaffService).add({
      ...{ username, name: 'Tạ Văn Sở', position: '', password: DEMO_PASSWORD, passwordTemporary: false },
      ...{ agencyId, grants: [{ role: 'SUPERVISOR', agencyId }] },
    });
    return this.signedIn(username);
  }

  async ask(query: Readonly<Record<string, string>>): Promise<{ question: FiguresQuestion; report: Report }> {
    const { question, errors } = await this.app.get(FiguresQuestions).read(query, 'all');
    if (!question) throw new Error(JSON.stringify(errors));
    return { question, report: await this.app.get(FiguresService).report(question) };
  }

  /** @returns what `lang-nghe report …` prints. */
  async report(...args: string[]): Promise<string> {
    const lines: string[] = [];
    const unused = (): never => {
      throw new Error('a report needs the rooms alone');
    };
    const program = new Command().exitOverride();
    registerReport(program, {
      settings: unused,
      serve: unused,
      boot: () => Promise.resolve(this.app),
      print: (line) => lines.push(line),
      progress: unused,
    });
    await program.parseAsync(['report', ...args], { from: 'user' });
    return lines.join('\n');
  }
}

async function writeFixture(tx: EntityManager, agencyId: number): Promise<void> {
  const entries = fixtureHistory().items.flatMap(({ chain }) => chain);
  const rows = entries.map(({ id: _, feedbackId, recordedAt, ...entry }) =>
    tx.create(JournalEntry, {
      ...BARE,
      ...(entry as Partial<JournalEntry>),
      ...{ agencyId, recordedAt, effectiveAt: recordedAt, feedbackId: feedbackId + BEYOND },
    }),
  );
  for (let start = 0; start < rows.length; start += 500) {
    await tx.insert(JournalEntry, rows.slice(start, start + 500));
  }
}

const BARE = {
  fromState: null,
  actorKind: 'system' as const,
  actorId: null,
  actorAgencyId: null,
  fromAgencyId: null,
  fromSubject: null,
  fromFieldId: null,
  reasonCode: null,
  textId: null,
  replyId: null,
  details: null,
  prevHash: '',
  hash: '',
};

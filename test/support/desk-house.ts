import type { Role } from '../../src/accounts/role.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { DEMO_PASSWORD, type DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { ANYBODY } from '../../src/feedback/actor.js';
import type { Subject } from '../../src/feedback/classification.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import type { Environment } from '../../src/platform/config/settings.js';
import { anApplication, MORNING, type TestApplication } from './application.js';
import type { BrowserAgent, BrowserPage } from './browser-agent.js';
import type { Engine } from './database.js';

type Fields = Parameters<BrowserAgent['submit']>[0];

/** Whoever the demo's province lacks: a second one at the counter, a department with two people, a ward with one. */
const MORE: readonly { username: string; name: string; agency: string; roles: readonly Role[] }[] = [
  { username: 'tiepnhan2', name: 'Vũ Văn Hai', agency: 'HG', roles: ['INTAKE_OFFICER'] },
  { username: 'soan', name: 'Ngô Văn Soạn', agency: 'HG-XD', roles: ['HANDLER', 'APPROVER'] },
  { username: 'duyet', name: 'Mai Thị Duyệt', agency: 'HG-XD', roles: ['APPROVER'] },
  { username: 'dongson', name: 'Lý Đông Sơn', agency: 'HG-DS', roles: ['INTAKE_OFFICER', 'HANDLER'] },
];

export const SUBMITTER = { name: 'Nguyễn Thị Đào', address: 'Số 5, ngõ 12 Láng Hạ', phone: '0912345678' };

/** The desk of an invented province, with a signed-in browser for every person. */
export class DeskHouse {
  house: TestApplication;
  ground: DemoGround;
  private readonly browsers = new Map<string, BrowserAgent>();
  private sent = 0;

  /** @param more settings, for example SMTP_URL. */
  async open(engine: Engine, more: Environment = {}): Promise<void> {
    this.house = await anApplication(engine, MORNING, more);
    this.ground = await this.house.province();
    for (const { username, name, agency, roles } of MORE) {
      const agencyId = this.agencyId(agency);
      const person = { username, name, position: 'Chuyên viên', agencyId, password: DEMO_PASSWORD };
      const grants = roles.map((role) => ({ role, agencyId }));
      await this.house.app.get(StaffService).add({ ...person, passwordTemporary: false, grants });
    }
  }

  async close(): Promise<void> {
    await this.house.close();
  }

  /** Does something at another time; sessions of now do not last until then. */
  async at<T>(instant: number, fn: () => Promise<T>): Promise<T> {
    const { clock } = this.house;
    const now = clock.now();
    clock.set(instant);
    this.browsers.clear();
    try {
      return await fn();
    } finally {
      clock.set(now);
      this.browsers.clear();
    }
  }

  agencyId(code: string): number {
    const agency = this.ground.agencies.get(code);
    if (!agency) throw new Error(`the province has no agency ${code}`);
    return agency.id;
  }

  /** @returns the browser of that person, signed in. */
  async as(username: string): Promise<BrowserAgent> {
    const browser = this.browsers.get(username) ?? (await this.signedIn(username));
    this.browsers.set(username, browser);
    return browser;
  }

  /** @returns a browser of its own that has just signed in. */
  async signedIn(username: string): Promise<BrowserAgent> {
    const browser = this.house.browser();
    await browser.visit('/dang-nhap');
    await browser.submit({ username, password: DEMO_PASSWORD }, '/dang-nhap');
    return browser;
  }

  /** @returns the code of an item that a citizen has just sent. */
  async submitted(
    more: { agency?: string; subject?: Subject; title?: string; content?: string; email?: string } = {},
  ): Promise<string> {
    const item = await this.house.app.get(SubmissionService).submit(
      {
        kind: 'REMARK',
        subject: more.subject ?? 'ADMIN_ACT',
        title: more.title ?? 'Chờ lâu ở bộ phận một cửa',
        content: more.content ?? 'Tôi chờ hai giờ mà chưa được gọi tên.',
        procedureId: null,
        fieldId: null,
        intakeAgencyId: this.agencyId(more.agency ?? 'HG'),
        channel: 'WEB',
        submissionKey: `desk-${++this.sent}`,
        submitter: { type: 'INDIVIDUAL', ...SUBMITTER, email: more.email ?? null },
      },
      ANYBODY,
    );
    return item.code;
  }

  item(code: string): Promise<Feedback> {
    return this.house.reader.findOneByOrFail(Feedback, { code });
  }

  /** A step of the citizen, past the pages. */
  async citizen(code: string, action: Action, input: TransitionInput): Promise<void> {
    const { id, version } = await this.item(code);
    const target = { id, expectedVersion: version };
    const actor = { kind: 'citizen' as const, feedbackId: id };
    await this.house.app.get(FeedbackService).transition(target, action, input, actor);
  }

  /** Takes a step as officers do: from the item's page, by its button or by its form. */
  async step(username: string, code: string, action: Action, fields?: Fields): Promise<BrowserPage> {
    const browser = await this.as(username);
    const address = stepAddress(code, action);
    if (fields === undefined) {
      await browser.visit(`/can-bo/ho-so/${code}`);
      return browser.submit({}, address);
    }
    await browser.visit(address);
    return browser.submit(fields, address);
  }

  /** The same, for steps that must succeed. */
  async done(username: string, code: string, action: Action, fields?: Fields): Promise<BrowserPage> {
    const page = await this.step(username, code, action, fields);
    if (page.status !== 200 || page.url.endsWith(action))
      throw new Error(`${username} could not ${action}: ${page.status} ${page.text.slice(0, 1_500)}`);
    return page;
  }
}

export function stepAddress(code: string, action: Action): string {
  return `/can-bo/ho-so/${code}/${action}`;
}

/** A reply about an act, as a form sends it. */
export const REPLY = {
  outcome: 'CONFIRMED_CORRECTED',
  body: 'Bộ phận một cửa đã rút kinh nghiệm.',
  number: '12/SXD-VP',
  day: '10/03/2026',
  signatory: 'Mai Thị Duyệt',
};

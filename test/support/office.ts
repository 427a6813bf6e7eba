import type { StaffActor } from '../../src/accounts/staff-actor.js';
import type { Agency } from '../../src/directory/agency.entity.js';
import type { DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { DEMO } from '../../src/faces/operator/demo/demo-seed.js';
import { wordsOf } from '../../src/faces/operator/demo/demo-words.js';
import type { Actor } from '../../src/feedback/actor.js';
import { CRITERIA } from '../../src/feedback/classification.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import type { NewFeedback } from '../../src/feedback/new-feedback.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import type { Assessment } from '../../src/feedback/classification.js';
import type { TransitionInput, TransitionResult } from '../../src/feedback/transition-input.js';
import type { Action } from '../../src/feedback/transition.js';
import type { Environment } from '../../src/platform/config/settings.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { anApplication, MORNING, type TestApplication } from './application.js';
import type { Engine } from './database.js';

const PEOPLE = {
  clerk: 'INTAKE_OFFICER',
  handler: 'HANDLER',
  approver: 'APPROVER',
  supervisor: 'SUPERVISOR',
  publisher: 'PUBLISHER',
  oversight: 'OVERSIGHT',
} as const;

/** The demo's province with its people, and items that go through the services to where a test needs them. */
export interface Office {
  readonly product: TestApplication;
  readonly ground: DemoGround;
  readonly people: Readonly<Record<keyof typeof PEOPLE, StaffActor>>;
  agency(code: string): Agency;
  /** The same person with the grants at that agency alone. */
  at(actor: StaffActor, code: string): StaffActor;
  submitted(agency: string, more?: Partial<NewFeedback>): Promise<Feedback>;
  booked(agency: string, more?: Partial<NewFeedback>): Promise<Feedback>;
  answered(agency: string): Promise<Feedback>;
  /** A step on the item as it stands now. */
  step(id: number, action: Action, actor: Actor, input?: TransitionInput): Promise<TransitionResult>;
  close(): Promise<void>;
}

/** What a draft needs, whatever the item is about. */
export const REPLY = {
  body: 'Cơ quan đã kiểm tra và trả lời như sau.',
  number: '12/UBND-VP',
  day: '2026-03-10',
  signatory: 'Nguyễn Văn Ký',
  criteria: Object.fromEntries(CRITERIA.map((one) => [one, 'MET'])) as Assessment,
};

/** @param more settings beside those that a test needs */
export async function anOffice(engine: Engine, more: Environment = {}): Promise<Office> {
  const product = await anApplication(engine, MORNING, more);
  const ground = await product.province();
  const people = Object.fromEntries(
    Object.entries(PEOPLE).map(([name, role]) => [name, ground.actors[role]]),
  ) as Office['people'];
  const agency = (code: string): Agency => {
    const found = ground.agencies.get(code);
    if (!found) throw new Error(`the province has no ${code}`);
    return found;
  };
  const step: Office['step'] = async (id, action, actor, input = {}) => {
    const { version } = await product.reader.findOneByOrFail(Feedback, { id });
    return product.app
      .get(FeedbackService)
      .transition({ id, expectedVersion: version }, action, input, actor);
  };
  const random = new SeededRandom(11);
  let counter = 0;
  const submitted: Office['submitted'] = async (code, more = {}) => {
    const story = DEMO.stories[0];
    if (!story) throw new Error('the demo has no stories');
    const words = wordsOf(story, code, `office-${++counter}`, ground, random);
    return product.app.get(SubmissionService).submit({ ...words, ...more }, { kind: 'anonymous' });
  };
  const booked: Office['booked'] = async (code, more) => {
    const item = await submitted(code, more);
    await step(item.id, 'book', people.clerk);
    return item;
  };
  const answered: Office['answered'] = async (code) => {
    const item = await booked(code);
    const outcome = item.subject === 'ADMIN_REGULATION' ? 'EXPLAINED_KEEP' : 'EXPLAINED';
    await step(item.id, 'start', people.handler);
    await step(item.id, 'draft', people.handler, { reply: { ...REPLY, outcome } });
    await step(item.id, 'approve', people.approver);
    return item;
  };
  return {
    product,
    ground,
    people,
    agency,
    step,
    submitted,
    booked,
    answered,
    at: (actor, code) => {
      const { id, path } = agency(code);
      return {
        ...actor,
        agencyId: id,
        grants: actor.grants.map((grant) => ({ ...grant, agencyId: id, path })),
      };
    },
    close: () => product.close(),
  };
}

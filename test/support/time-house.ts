import type { Actor } from '../../src/feedback/actor.js';
import { ANYBODY, SYSTEM } from '../../src/feedback/actor.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import { JournalEntry } from '../../src/feedback/journal-entry.entity.js';
import type { NewFeedback } from '../../src/feedback/new-feedback.js';
import { SubmissionService } from '../../src/feedback/submission.service.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import type { DemoGround } from '../../src/faces/operator/demo/demo-ground.js';
import { anApplication, type TestApplication } from './application.js';
import type { Engine } from './database.js';

type Who = keyof DemoGround['actors'] | 'CITIZEN' | 'SYSTEM';
const REPLY = { body: 'Đã khắc phục.', outcome: 'EXPLAINED', criteria: null };

/** An invented province whose clock jumps. Items are about an act unless said: ten working days. */
export class TimeHouse {
  house: TestApplication;
  ground: DemoGround;
  private sent = 0;

  async open(engine: Engine, now?: number): Promise<void> {
    this.house = await anApplication(engine, now);
    this.ground = await this.house.province();
  }

  async close(): Promise<void> {
    await this.house.close();
  }

  /** Sets the clock, `2026-03-25T00:00:00` in Vietnam, and lets the worker do what is due. */
  async wakeAt(text: string): Promise<void> {
    this.clockAt(text);
    await this.house.runDue();
  }

  clockAt(text: string): void {
    this.house.clock.set(Date.parse(`${text}+07:00`));
  }

  agencyId(code: string): number {
    return this.ground.agencies.get(code)?.id ?? 0;
  }

  words(more: Partial<NewFeedback> = {}): NewFeedback {
    return {
      ...{ kind: 'REMARK', subject: 'ADMIN_ACT', channel: 'WEB', procedureId: null, fieldId: null },
      ...{ title: 'Chờ lâu ở bộ phận một cửa', content: 'Tôi chờ hai giờ mà chưa được gọi tên.' },
      ...{ intakeAgencyId: this.agencyId('HG'), submissionKey: `time-${++this.sent}` },
      submitter: { type: 'INDIVIDUAL', name: 'Đào', address: 'Số 5', phone: '0912345678', email: null },
      ...more,
    };
  }

  /** @returns the id of an item that was sent now; taken in, or under way, where `way` says so. */
  async sentOne(
    way: readonly Action[] = [],
    more: Partial<NewFeedback> = {},
    actor: Actor = ANYBODY,
  ): Promise<number> {
    const { id } = await this.house.app.get(SubmissionService).submit(this.words(more), actor);
    for (const action of way) await this.step(id, action);
    return id;
  }

  /** A step by whoever is named, or by whom it befits. */
  async step(id: number, action: Action, input?: TransitionInput, who?: Who): Promise<void> {
    await this.at(id, (await this.item(id)).version, action, input, who);
  }

  /** The same, on the version that somebody saw. */
  async at(
    id: number,
    expectedVersion: number,
    action: Action,
    input: TransitionInput = INPUTS[action] ?? {},
    who: Who = WHO[action] ?? 'HANDLER',
  ): Promise<void> {
    const actor = this.actor(id, who);
    await this.house.app.get(FeedbackService).transition({ id, expectedVersion }, action, input, actor);
  }

  private actor(id: number, who: Who): Actor {
    if (who === 'SYSTEM') return SYSTEM;
    return who === 'CITIZEN' ? { kind: 'citizen', feedbackId: id } : this.ground.actors[who];
  }

  item(id: number): Promise<Feedback> {
    return this.house.reader.findOneByOrFail(Feedback, { id });
  }

  entries(feedbackId: number): Promise<JournalEntry[]> {
    return this.house.reader.find(JournalEntry, { where: { feedbackId }, order: { seq: 'ASC' } });
  }

  /** What happened to it by itself, in order: `apologise`, `escalate 3`, `expire`. */
  async byItself(id: number): Promise<string[]> {
    const steps = (await this.entries(id)).filter(({ actorKind }) => actorKind === 'system');
    return steps.map(({ action, details }) => [action, details?.['level']].filter(Boolean).join(' '));
  }
}

const WHO: Partial<Record<Action, Who>> = {
  ...{ book: 'INTAKE_OFFICER', forward: 'INTAKE_OFFICER', approve: 'APPROVER', extend: 'APPROVER' },
  ...{ declineExtension: 'APPROVER', supplement: 'CITIZEN', rate: 'CITIZEN', reopen: 'SUPERVISOR' },
};
const INPUTS: Partial<Record<Action, TransitionInput>> = {
  requestInfo: { question: 'Số giấy hẹn là bao nhiêu?' },
  supplement: { content: 'Giấy hẹn số 123.' },
  draft: { reply: { ...REPLY, number: '12/UBND', day: '2026-03-10', signatory: 'Trần Văn Ký' } },
  askExtension: { reason: 'Chờ ý kiến Sở Tư pháp.' },
  extend: { reason: 'Đồng ý.' },
  declineExtension: { reason: 'Chưa cần thiết.' },
  reopen: { reason: 'Có tình tiết mới.' },
};

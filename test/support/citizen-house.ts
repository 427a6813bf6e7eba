import type { Repository } from 'typeorm';
import type { Role } from '../../src/accounts/role.js';
import type { StaffActor } from '../../src/accounts/staff-actor.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { ProcedureField } from '../../src/directory/procedure-field.entity.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import type { Actor } from '../../src/feedback/actor.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../src/feedback/feedback.service.js';
import type { Action } from '../../src/feedback/transition.js';
import type { TransitionInput } from '../../src/feedback/transition-input.js';
import type { SettableClock } from '../../src/platform/kernel/clock.js';
import { fold } from '../../src/platform/kernel/fold.js';
import { anApplication, type TestApplication } from './application.js';
import type { BrowserAgent } from './browser-agent.js';
import { type Kept, send, type Typed, write } from './citizen-way.js';
import type { Engine } from './database.js';

/** The one procedure that the house knows. */
export const PROCEDURE = { code: '1.000178', name: 'Đăng ký biến động đất đai' } as const;
const FRIDAY = Date.parse('2026-11-20T08:00:00+07:00');
const ROLES = ['INTAKE_OFFICER', 'HANDLER', 'APPROVER'] as const;
const ABOVE = ['SUPERVISOR'] as const;

/** The whole product with a procedure, an officer and an approver at the agency that takes everything in. */
export class CitizenHouse {
  private house: TestApplication;
  private officer: StaffActor;
  private approver: StaffActor;
  /** Nobody stands above the root: its own supervisor decides on reopenings. */
  supervisor: StaffActor;

  async open(engine: Engine): Promise<void> {
    this.house = await anApplication(engine, FRIDAY);
    await this.addProcedure();
    this.officer = await this.aStaffActor('can-bo', 'Chuyên viên Phòng Tiếp nhận');
    this.approver = await this.aStaffActor('lanh-dao', 'Trưởng phòng');
    this.supervisor = await this.aStaffActor('giam-sat', 'Thanh tra', ABOVE);
  }

  async close(): Promise<void> {
    await this.house.close();
  }

  get clock(): SettableClock {
    return this.house.clock;
  }

  browser(): BrowserAgent {
    return this.house.browser();
  }

  get items(): Repository<Feedback> {
    return this.house.reader.getRepository(Feedback);
  }

  async item(code: string): Promise<Feedback> {
    return this.items.findOneByOrFail({ code });
  }

  /** A submission of a browser of its own, which has its item open afterwards. */
  async sent(changes: Typed = {}): Promise<{ agent: BrowserAgent; keys: Kept }> {
    const agent = this.browser();
    await write(agent, changes);
    return { agent, keys: await send(agent) };
  }

  /** A step of the officer, or of whoever is named. */
  async step(
    code: string,
    action: Action,
    input: TransitionInput = {},
    actor: Actor = this.officer,
  ): Promise<void> {
    const { id, version } = await this.item(code);
    await this.house.app
      .get(FeedbackService)
      .transition({ id, expectedVersion: version }, action, input, actor);
  }

  async answered(code: string): Promise<void> {
    await this.step(code, 'book');
    await this.step(code, 'start');
    const words = { body: 'Hồ sơ của Ông/Bà đã được trả.', outcome: 'EXPLAINED', criteria: null };
    const paper = { number: '12/UBND-VP', day: '2026-11-20', signatory: 'Trần Văn Ký' };
    await this.step(code, 'draft', { reply: { ...words, ...paper } });
    await this.step(code, 'approve', {}, this.approver);
  }

  private async addProcedure(): Promise<void> {
    const { code, name } = PROCEDURE;
    await this.house.write(async (tx) => {
      const field = tx.create(ProcedureField, {
        code: 'thu-dat-dai',
        name: 'Thử đất đai',
        folded: 'thu dat dai',
      });
      await tx.insert(ProcedureField, field);
      const folded = fold(`${code} ${name}`);
      await tx.insert(Procedure, { code, name, folded, fieldId: field.id, levels: [], subjects: [] });
    });
  }

  private async aStaffActor(
    username: string,
    position: string,
    roles: readonly Role[] = ROLES,
  ): Promise<StaffActor> {
    const root = await this.house.app.get(AgencyDirectory).intakeRoot();
    if (!root) throw new Error('no agency');
    const held = roles.map((role) => ({ role, agencyId: root.id }));
    const who = { username, name: `Tên Bí Mật ${username}`, position, agencyId: root.id };
    const secret = { password: 'kho-doan-2026-xanh', passwordTemporary: false };
    const staffId = await this.house.app.get(StaffService).add({ ...who, ...secret, grants: held });
    const grants = held.map((grant) => ({ ...grant, path: root.path }));
    return { kind: 'staff', staffId, name: who.name, roles, agencyId: root.id, grants };
  }
}

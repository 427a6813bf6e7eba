import { ROLES, type Role } from '../../../src/accounts/role.js';
import { StaffActors } from '../../../src/accounts/staff-actors.query.js';
import { StaffService } from '../../../src/accounts/staff.service.js';
import { DEMO_PASSWORD } from '../../../src/faces/operator/demo/demo-ground.js';
import type { Actor } from '../../../src/feedback/actor.js';
import { Feedback } from '../../../src/feedback/feedback.entity.js';
import { FeedbackService } from '../../../src/feedback/feedback.service.js';
import { SubmissionService } from '../../../src/feedback/submission.service.js';
import type { TransitionInput } from '../../../src/feedback/transition-input.js';
import type { Action } from '../../../src/feedback/transition.js';
import { ENTITIES } from '../../../src/entities.js';
import { KeptDraft } from '../../../src/handling/kept-draft.entity.js';
import { Presence } from '../../../src/handling/presence.entity.js';
import { AuditEntry } from '../../../src/platform/audit/audit-entry.entity.js';
import { Attempt } from '../../../src/platform/web/attempt.entity.js';
import { WebSession } from '../../../src/platform/web/web-session.entity.js';
import { PublicationService } from '../../../src/publication/publication.service.js';
import { aPartner } from '../a-partner.js';
import { anOffice, type Office, REPLY } from '../office.js';
import { anybody, partner, type RouteActor, staff } from './route-actors.js';

/** A word that stands in one item alone, to be looked for in whatever somebody is shown. */
export interface SecretItem {
  readonly name: string;
  readonly id: number;
  readonly code: string;
  readonly secret: string;
}

/** What moves with every request, and what a person has typed: it is kept for that person alone, done or not. */
const TOUCHED: ReadonlySet<unknown> = new Set([Attempt, AuditEntry, KeptDraft, Presence, WebSession]);

const AGENCIES = { own: 'HG-DS', other: 'HG-XD' } as const;

/**
 * One item of every kind that policy tells apart, all at one ward; a person of every role there, and the same at another
 * agency; an administrator of everything; partners with all scopes and with none of an item's.
 */
export class RouteHouse {
  readonly items: SecretItem[] = [];
  readonly actors: RouteActor[] = [];
  /** Accounts as addresses name them, with where they stand. */
  readonly accounts: { readonly id: number; readonly path: string }[] = [];

  private constructor(readonly office: Office) {}

  static async open(): Promise<RouteHouse> {
    const house = new RouteHouse(await anOffice('sqlite'));
    const { partnerId, key } = await aPartner(house.office.product, house.office.agency('HG').id);
    await house.hire();
    await house.fill(partnerId);
    const foreign = await aPartner(house.office.product, house.office.agency('HG').id, { name: 'Tổng đài' });
    const { key: blind } = await aPartner(house.office.product, house.office.agency('HG').id, {
      name: 'Không quyền',
      scopes: [],
    });
    house.actors.push(
      anybody(house.office.product),
      partner(house.office.product, 'partner', key, partnerId),
      partner(house.office.product, 'other partner', foreign.key, foreign.partnerId),
      partner(house.office.product, 'partner without scopes', blind, null),
    );
    return house;
  }

  close(): Promise<void> {
    return this.office.close();
  }

  item(id: number): Promise<Feedback> {
    return this.office.product.reader.findOneOrFail(Feedback, {
      where: { id },
      relations: { intakeAgency: true, handlingAgency: true, coordinations: { agency: true } },
    });
  }

  /** @returns how many rows each table has, and how far each item's journal goes: what refusals must leave alone. */
  async snapshot(): Promise<Record<string, number>> {
    const { reader } = this.office.product;
    const counts: Record<string, number> = {};
    for (const entity of ENTITIES) if (!TOUCHED.has(entity)) counts[entity.name] = await reader.count(entity);
    for (const { name, id } of this.items) counts[name] = (await this.item(id)).version;
    return counts;
  }

  private async hire(): Promise<void> {
    const { product } = this.office;
    for (const role of ROLES)
      for (const where of ['own', 'other'] as const) this.actors.push(await this.person(role, where));
    const everywhere = await this.byId(this.office.ground.actors.ADMIN.staffId);
    this.actors.push(await staff(product, 'quantri', everywhere));
  }

  private async person(role: Role, where: keyof typeof AGENCIES): Promise<RouteActor> {
    const username = `${where}-${role.toLowerCase().replace('_', '-')}`;
    const agency = this.office.agency(AGENCIES[where]);
    const id = await this.office.product.app.get(StaffService).add({
      username,
      name: `Cán bộ ${username}`,
      position: 'Chuyên viên',
      agencyId: agency.id,
      password: DEMO_PASSWORD,
      passwordTemporary: false,
      grants: [{ role, agencyId: agency.id }],
    });
    this.accounts.push({ id, path: agency.path });
    return staff(this.office.product, username, await this.byId(id));
  }

  private async byId(id: number) {
    const actor = await this.office.product.app.get(StaffActors).byId(id);
    if (!actor) throw new Error(`nobody has the number ${id}`);
    return actor;
  }

  private async fill(partnerId: number): Promise<void> {
    const clerk = this.found('own-intake-officer');
    await this.add('submitted', async () => Promise.resolve());
    await this.add('booked', (id) => this.step(id, 'book', clerk));
    await this.add('redirected', (id) =>
      this.step(id, 'redirect', clerk, { redirection: 'DENUNCIATION', reason: 'Là tố cáo.' }),
    );
    await this.add('coordinated', async (id) => {
      await this.step(id, 'book', clerk);
      const agencyId = this.office.agency(AGENCIES.other).id;
      await this.step(id, 'consult', clerk, { agencyId, innerDay: '2026-03-13', question: 'Ý kiến?' });
    });
    await this.add('concerning', async (id) => {
      await this.step(id, 'book', clerk);
      const handler = this.found('own-handler');
      if (handler.kind !== 'staff') throw new Error('a handler is on the staff');
      const input = { concernsStaffId: handler.staffId, reason: 'Nêu tên cán bộ.' };
      await this.step(id, 'concern', clerk, input);
    });
    await this.add('answered', (id) => this.answer(id));
    await this.add('published', (id) => this.publish(id));
    await this.add('of the partner', (id) => this.step(id, 'book', clerk), { kind: 'partner', partnerId });
  }

  private found(name: string): Actor {
    const actor = this.actors.find((one) => one.name === name)?.actor;
    if (!actor) throw new Error(`there is no ${name}`);
    return actor;
  }

  private async add(
    name: string,
    go: (id: number) => Promise<unknown>,
    actor: Actor = { kind: 'anonymous' },
  ): Promise<void> {
    const secret = `bimat${name.replace(/\W/g, '')}`;
    const { id, code } = await this.office.product.app.get(SubmissionService).submit(
      {
        kind: 'REMARK',
        subject: 'ADMIN_ACT',
        title: `Tiêu đề ${secret}`,
        content: `Nội dung ${secret} chờ lâu.`,
        procedureId: null,
        fieldId: null,
        intakeAgencyId: this.office.agency(AGENCIES.own).id,
        channel: 'WEB',
        submissionKey: `routes-${name}`,
        submitter: {
          type: 'INDIVIDUAL',
          name: `Nguyễn ${secret}`,
          address: `Số 5 ${secret}`,
          phone: '0912345678',
          email: null,
        },
      },
      actor,
    );
    await go(id);
    this.items.push({ name, id, code, secret });
  }

  private async answer(id: number): Promise<void> {
    await this.step(id, 'book', this.found('own-intake-officer'));
    await this.step(id, 'start', this.found('own-handler'));
    const reply = { ...REPLY, outcome: 'EXPLAINED' };
    await this.step(id, 'draft', this.found('own-handler'), { reply });
    await this.step(id, 'approve', this.found('own-approver'));
  }

  /** In other words than the submitter's. */
  private async publish(id: number): Promise<void> {
    await this.answer(id);
    const publications = this.office.product.app.get(PublicationService);
    const words = { title: 'Chờ lâu', content: 'Chờ lâu ở một cửa.', reply: 'Đã rút kinh nghiệm.' };
    const [handler, publisher] = [this.found('own-handler'), this.found('own-publisher')];
    if (handler.kind !== 'staff' || publisher.kind !== 'staff') throw new Error('both are on the staff');
    await publications.propose(await this.target(id), words, handler);
    await publications.publish(await this.target(id), publisher);
  }

  private async target(id: number): Promise<{ id: number; expectedVersion: number }> {
    return { id, expectedVersion: (await this.item(id)).version };
  }

  private async step(
    id: number,
    action: Action,
    actor: Actor,
    input: TransitionInput = {},
  ): Promise<unknown> {
    return this.office.product.app
      .get(FeedbackService)
      .transition(await this.target(id), action, input, actor);
  }
}

import type { Server } from 'node:http';
import request, { type Response, type Test } from 'supertest';
import { ProcedureField } from '../../src/directory/procedure-field.entity.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { fold } from '../../src/platform/kernel/fold.js';
import { anOffice, type Office, REPLY } from './office.js';
import { PartnerKeys } from '../../src/accounts/partner-keys.service.js';
import type { PartnerScope } from '../../src/accounts/partner-scope.js';
import { Partners } from '../../src/accounts/partners.service.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { Publication } from '../../src/publication/publication.entity.js';
import { PublicationService } from '../../src/publication/publication.service.js';
import type { Engine } from './database.js';

/** The shortest submission that a program may send. */
export const SENT = {
  kind: 'remark',
  subject: 'admin_act',
  title: 'Nộp hồ sơ đất đai phải đi lại ba lần',
  content: 'Tôi đã nộp đủ giấy tờ.\nCán bộ hẹn lại hai lần mà không nói lý do.',
  submitter: {
    type: 'individual',
    name: 'Nguyễn Thị Ánh',
    address: 'Thôn Đông, xã Ngân Sơn',
    phone: '0912 345 678',
  },
};

type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface Receipt {
  readonly code: string;
  readonly pin: string;
}

export const FEEDBACK = '/api/v1/feedback';

/** An office with a procedure of the document's examples, asked as programs ask. */
export class ApiHouse {
  office: Office;

  async open(engine: Engine): Promise<void> {
    this.office = await anOffice(engine);
    await this.office.product.write(async (tx) => {
      const name = 'Đăng ký biến động đất đai';
      const known = await tx.findOneBy(ProcedureField, { code: 'dat-dai' });
      const field =
        known ?? tx.create(ProcedureField, { code: 'dat-dai', name: 'Đất đai', folded: 'dat dai' });
      if (!known) await tx.insert(ProcedureField, field);
      const text = { code: '1.004194', name, folded: fold(`1.004194 ${name}`), fieldId: field.id };
      await tx.insert(Procedure, { ...text, levels: ['COMMUNE'], subjects: [] });
    });
  }

  async close(): Promise<void> {
    await this.office.close();
  }

  get server(): Server {
    return this.office.product.app.getHttpServer();
  }

  /** For requests of one's own making. */
  request(method: string, address: string): Test {
    const agent = request(this.server) as unknown as Record<string, (address: string) => Test>;
    const made = agent[method.toLowerCase()]?.(address);
    if (!made) throw new Error(`no such method: ${method}`);
    return made;
  }

  async get(address: string, headers: Headers = {}): Promise<Answer> {
    return answerOf(await request(this.server).get(address).set(headers));
  }

  /** @param body sent as JSON */
  async post(address: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    const json = JSON.stringify(body);
    return answerOf(
      await request(this.server).post(address).type('application/json').set(headers).send(json),
    );
  }

  async submitted(changes: object = {}, headers: Headers = {}): Promise<Receipt> {
    const { status, body } = await this.post(FEEDBACK, { ...SENT, ...changes }, headers);
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return { code: String(body['code']), pin: String(body['pin']) };
  }

  async item({ code }: Pick<Receipt, 'code'>): Promise<Feedback> {
    return this.office.product.reader.findOneByOrFail(Feedback, { code });
  }

  /** An item of a program, answered. */
  async answered(): Promise<Receipt> {
    const receipt = await this.submitted();
    const { id } = await this.item(receipt);
    const { people } = this.office;
    await this.office.step(id, 'book', people.clerk);
    await this.office.step(id, 'start', people.handler);
    const reply = { ...REPLY, outcome: 'EXPLAINED', criteria: null };
    await this.office.step(id, 'draft', people.handler, { reply });
    await this.office.step(id, 'approve', people.approver);
    return receipt;
  }

  /** Its answer, public. @returns the public number */
  async published(receipt: Receipt, words = WORDS): Promise<number> {
    const { people, product } = this.office;
    const { id } = await this.item(receipt);
    const publications = product.app.get(PublicationService);
    const target = async () => ({ id, expectedVersion: (await this.item(receipt)).version });
    await publications.propose(await target(), words, people.handler);
    await publications.publish(await target(), people.publisher);
    return (await product.reader.findOneByOrFail(Publication, { feedbackId: id })).id;
  }

  /** What was public is taken back. */
  async takenBack(receipt: Receipt): Promise<void> {
    const { people, product } = this.office;
    const { id, version: expectedVersion } = await this.item(receipt);
    const why = { kind: 'INACCURATE', reason: 'Còn sai sót.' };
    await product.app.get(PublicationService).unpublish({ id, expectedVersion }, why, people.publisher);
  }

  /** A partner that may bring items to everybody. @returns its number, for `key` */
  async partner(name: string): Promise<number> {
    const { app } = this.office.product;
    const root = await app.get(AgencyDirectory).root();
    const facts = { name, channel: 'NATIONAL_PORTAL', agencyId: root?.id ?? 0 } as const;
    return app.get(Partners).add(facts, BY);
  }

  /** @returns the headers that show a key with these scopes */
  async key(partnerId: number, scopes: readonly PartnerScope[], perMinute = 600): Promise<Headers> {
    const wanted = { label: scopes.join(' '), scopes: [...scopes], perMinute, expiresAt: null };
    const key = await this.office.product.app.get(PartnerKeys).make(partnerId, wanted, BY);
    return { Authorization: `Bearer ${key}` };
  }
}

const BY = { kind: 'system' } as const;
const WORDS = { title: 'Hồ sơ đất đai', content: 'Đi lại nhiều lần.', reply: 'Đã trả hồ sơ.' };

export function answerOf({ status, type, body, headers }: Response): Answer {
  return { status, type, body: body as Answer['body'], headers: headers };
}

import request from 'supertest';
import type { PartnerScope } from '../../src/accounts/partner-scope.js';
import { PARTNER_SCOPES } from '../../src/accounts/partner-scope.js';
import { PartnerKeys } from '../../src/accounts/partner-keys.service.js';
import { Partners } from '../../src/accounts/partners.service.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { type PartnerSubmission, SubmitForPartner } from '../../src/intake/submit-for-partner.service.js';
import type { Office } from './office.js';

const SYSTEM = { kind: 'system' } as const;

/** A partner with a key that is good for everything, and items it has brought. */
export interface PartnerHouse {
  readonly id: number;
  readonly key: string;
  makeKey(scopes: readonly PartnerScope[], perMinute?: number): Promise<string>;
  bring(externalNumber: string, more?: Partial<PartnerSubmission>): Promise<Feedback>;
  /** The answer as text. */
  raw(address: string): Promise<{ status: number; text: string }>;
  /** Asks with the key. @param key another one */
  get(
    address: string,
    key?: string,
  ): Promise<{ status: number; body: Answer; headers: Record<string, string> }>;
}

/** What tests look at of an answer. */
export interface Answer {
  readonly [name: string]: unknown;
  readonly changes: readonly { id: string; code: string; step: string; state: string }[];
  readonly items: readonly object[];
  readonly next: string;
  readonly more: boolean;
}

export const WORDS = {
  kind: 'REMARK',
  subject: 'ADMIN_ACT',
  title: 'Chờ lâu ở quầy số 3',
  content: 'Tôi chờ ba giờ mà không được gọi.',
  submitter: {
    type: 'INDIVIDUAL',
    name: 'Trần Thị Đào',
    address: 'Số 5 Láng Hạ',
    phone: '0912345678',
    email: null,
  },
} as const;

export async function aPartner(office: Office, name: string, agency = 'HG-TT'): Promise<PartnerHouse> {
  const { app, reader } = office.product;
  const facts = { name, channel: 'NATIONAL_PORTAL', agencyId: office.agency(agency).id };
  const id = await app.get(Partners).add(facts, SYSTEM);
  const makeKey: PartnerHouse['makeKey'] = (scopes, perMinute = 10_000) =>
    app.get(PartnerKeys).make(id, { label: 'thử', scopes, perMinute, expiresAt: null }, SYSTEM);
  const key = await makeKey(PARTNER_SCOPES);
  return {
    id,
    key,
    makeKey,
    bring: async (externalNumber, more = {}) => {
      const nobody = { procedureCode: null, agencyCode: null, repeatKey: '' };
      const sent = { ...WORDS, ...nobody, externalNumber, ...more };
      const { code } = await app.get(SubmitForPartner).submit(sent, id);
      return reader.findOneByOrFail(Feedback, { code });
    },
    raw: async (address) => {
      const asked = request(app.getHttpServer()).get(address).set('X-Api-Key', key);
      const chunks: Buffer[] = [];
      const response = await asked.buffer(true).parse((answer, done) => {
        answer.on('data', (bytes: Buffer) => chunks.push(bytes));
        answer.on('end', () => {
          done(null, null);
        });
      });
      return { status: response.status, text: Buffer.concat(chunks).toString('utf8') };
    },
    get: async (address, other = key) => {
      const asked = request(app.getHttpServer()).get(address);
      const response = await asked.set('Authorization', `Bearer ${other}`);
      return { status: response.status, body: response.body as Answer, headers: response.headers };
    },
  };
}

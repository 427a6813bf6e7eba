import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebhookDelivery } from '../../src/correspondence/webhook-delivery.entity.js';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { anOffice, type Office } from '../support/office.js';
import { aPartner, type PartnerHouse } from '../support/partner-house.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('webhooks', () => {
  let office: Office;
  let partner: PartnerHouse;
  let server: Server;
  let address: string;
  let answer = 204;
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  beforeAll(async () => {
    office = await anOffice('sqlite', { WEBHOOK_LOOPBACK: 'true' });
    partner = await aPartner(office, 'Cổng', 'HG');
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (bytes) => (body += String(bytes)));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}/nhan`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await office.close();
  });

  const secretIn = (text: string): string => /whsec_[\w-]{43}/.exec(text)?.[0] ?? '';
  const signed = (secret: string, { headers, body }: (typeof received)[number]): boolean => {
    const [, t = '', macs = ''] = /^t=(\d+),(.*)$/.exec(String(headers['webhook-signature'])) ?? [];
    const mac = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
    return macs.split(',').includes(`v1=${mac}`);
  };
  const tries = (): Promise<WebhookDelivery[]> =>
    office.product.reader.find(WebhookDelivery, { order: { id: 'ASC' } });

  it('tell of every public step, signed, without a word of anybody', async () => {
    const admin = office.product.browser();
    await admin.visit('/dang-nhap');
    await admin.submit({ username: 'quantri', password: DEMO_PASSWORD });
    const page = `/quan-tri/doi-tac/${partner.id}/webhook`;
    await admin.visit(page);
    for (const inside of ['https://10.0.0.1/', 'https://169.254.169.254/latest', 'ftp://x.vn/']) {
      const refused = await admin.submit({ url: inside });
      expect([inside, refused.status]).toEqual([inside, 422]);
    }
    const first = secretIn((await admin.submit({ url: address })).text);
    expect(first).not.toBe('');
    const item = await partner.bring('W-1');
    await office.step(item.id, 'book', office.people.clerk);
    await office.step(item.id, 'start', office.people.handler);
    await office.step(item.id, 'askExtension', office.people.handler, { reason: 'Nội bộ' });
    await office.product.runDue();
    const told = received.map(({ body }) => JSON.parse(body) as Record<string, string>);
    expect(told.map(({ step }) => step).sort()).toEqual(['book', 'start', 'submit']);
    expect(told.every(({ code, externalNumber }) => code === item.code && externalNumber === 'W-1')).toBe(
      true,
    );
    expect(received.every((one) => signed(first, one))).toBe(true);
    expect(received.map(({ body }) => body).join()).not.toMatch(/Trần|0912|Chờ lâu|Nội bộ/);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    await admin.visit(`/quan-tri/doi-tac/${partner.id}`);
    const second = secretIn((await admin.submit({}, `${page}/khoa-ky`)).text);
    received.length = 0;
    await admin.visit(`/quan-tri/doi-tac/${partner.id}`);
    await admin.submit({}, `${page}/thu`);
    await office.product.runDue();
    expect(received.map((one) => [signed(first, one), signed(second, one)])).toEqual([[true, true]]);
    office.product.clock.advance(2 * DAY);
    await office.step(item.id, 'withdraw', { kind: 'citizen', feedbackId: item.id });
    await office.product.runDue();
    const late = received.at(-1);
    expect(late && [signed(first, late), signed(second, late)]).toEqual([false, true]);
  });

  it('are tried again while the receiver fails, rest in between, park what is refused, and are logged for thirty days', async () => {
    answer = 500;
    received.length = 0;
    const item = await partner.bring('W-2');
    await office.product.runDue();
    expect((await tries()).at(-1)).toMatchObject({ attempt: 1, status: 500, fault: 'status' });
    await office.step(item.id, 'book', office.people.clerk);
    await office.product.runDue();
    expect(received).toHaveLength(1);
    answer = 204;
    office.product.clock.advance(3 * MINUTE);
    await office.product.runDue();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    answer = 410;
    await office.step(item.id, 'start', office.people.handler);
    await office.product.runDue();
    const [parked] = await office.product.reader.findBy(OutboxMessage, { topic: 'webhook', state: 'PARKED' });
    expect(parked?.lastError).toBe('webhook: gone 410');
    expect(JSON.stringify(parked?.payload)).toBe(JSON.stringify({ partnerId: partner.id, number: 7 }));
    const logged = (await tries()).length;
    office.product.clock.advance(31 * DAY);
    await office.product.runDue();
    // What time itself has done to the item meanwhile is told as well.
    const kept = (await tries()).map(({ at }) => at);
    expect([logged > 5, kept.every((at) => at > office.product.clock.now() - 30 * DAY)]).toEqual([
      true,
      true,
    ]);
  });
});

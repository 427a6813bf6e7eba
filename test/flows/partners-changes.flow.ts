import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES } from '../support/database.js';
import { anOffice, type Office } from '../support/office.js';
import { aPartner, type PartnerHouse } from '../support/partner-house.js';

/** Resolves when it is opened. */
function aGate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((done) => (open = done));
  return {
    passed,
    open: () => {
      open();
    },
  };
}

describe.each(ENGINES)('changes by polling, on %s', (engine) => {
  let office: Office;
  let partner: PartnerHouse;
  beforeAll(async () => {
    office = await anOffice(engine);
    partner = await aPartner(office, 'Cổng thử');
  });
  afterAll(() => office.close());

  const poll = async (after = '', limit = 100) =>
    (await partner.get(`/api/v1/changes?after=${after}&limit=${limit}`)).body;

  it('tells the own items’ public steps, oldest first, and the same cursor when there is nothing new', async () => {
    const empty = await poll();
    expect([empty.changes, empty.more]).toEqual([[], false]);
    expect((await poll(empty.next)).next).toBe(empty.next);
    const item = await partner.bring('P-1');
    await office.submitted('HG-TT');
    await office.step(item.id, 'book', office.people.clerk);
    await office.step(item.id, 'start', office.people.handler);
    await office.step(item.id, 'askExtension', office.people.handler, { reason: 'Nội bộ' });
    const told = await poll(empty.next);
    expect(told.changes.map(({ code, step, state }) => [code, step, state])).toEqual([
      [item.code, 'submit', 'submitted'],
      [item.code, 'book', 'received'],
      [item.code, 'start', 'in_progress'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Nội bộ|Trần Thị Đào|0912345678|Chờ lâu/);
    const [first, second] = [await poll('', 2), await poll((await poll('', 2)).next, 2)];
    expect([first.changes.length, first.more, second.changes.length, second.more]).toEqual([
      2,
      true,
      1,
      false,
    ]);
    expect((await poll(told.next)).changes).toEqual([]);
  });

  it('is the same for all keys of a partner, and another’s is empty', async () => {
    const other = await aPartner(office, 'Cổng khác');
    expect((await other.get('/api/v1/changes')).body.changes).toEqual([]);
    const onlyTrack = await partner.makeKey(['track']);
    expect((await partner.get('/api/v1/changes', onlyTrack)).status).toBe(403);
    expect((await partner.get('/api/v1/changes', 'lnk_none')).status).toBe(401);
    expect((await partner.get('/api/v1/changes?after=bogus')).status).toBe(422);
  });

  it('misses nothing when the one that began first commits last', async () => {
    const [slow, quick] = [await partner.bring('P-slow'), await partner.bring('P-quick')];
    const before = await poll();
    const [begun, held] = [aGate(), aGate()];
    const first = office.product.write(async () => {
      await office.step(slow.id, 'book', office.people.clerk);
      begun.open();
      await held.passed;
    });
    await begun.passed;
    const second = office.step(quick.id, 'book', office.people.clerk);
    // A poller between the two must not get past the number that is still to come.
    const seen = [];
    let cursor = before.next;
    for (let round = 0; round < 5; round++) {
      const page = await poll(cursor);
      seen.push(...page.changes);
      cursor = page.next;
    }
    held.open();
    await Promise.all([first, second]);
    seen.push(...(await poll(cursor)).changes);
    expect(seen.map(({ code }) => code).sort()).toEqual([slow.code, quick.code].sort());
  });

  it('loses and doubles nothing while many write and one reads', async () => {
    const items = [];
    for (let n = 0; n < 12; n++) items.push(await partner.bring(`P-many-${n}`));
    const { next } = await poll();
    const steps = items.map(({ id }) => office.step(id, 'book', office.people.clerk));
    const over = { yet: false };
    const all = Promise.all(steps).then(() => (over.yet = true));
    const seen: string[] = [];
    let cursor = next;
    for (let rest = 2; rest > 0; rest -= over.yet ? 1 : 0) {
      const page = await poll(cursor, 3);
      seen.push(...page.changes.map(({ code }) => code));
      cursor = page.next;
      if (page.more) rest = 2;
    }
    await all;
    expect(seen.sort()).toEqual(items.map(({ code }) => code).sort());
  });

  it('tells the main item’s steps to whoever brought what was merged into it', async () => {
    const [brought, master] = [await partner.bring('P-merged'), await office.booked('HG-TT')];
    await office.step(brought.id, 'merge', office.people.clerk, { masterCode: master.code });
    const { next } = await poll('', 1_000);
    await office.step(master.id, 'start', office.people.handler);
    const told = (await poll(next)).changes;
    expect(told.map(({ code, step, state }) => [code, step, state])).toEqual([
      [brought.code, 'start', 'in_progress'],
    ]);
  });
});

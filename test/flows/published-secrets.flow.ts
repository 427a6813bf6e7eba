import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewAttachment } from '../../src/feedback/new-attachment.js';
import type { NewFeedback } from '../../src/feedback/new-feedback.js';
import { Notes } from '../../src/handling/notes.service.js';
import { PublicationService } from '../../src/publication/publication.service.js';
import { PAGE_ENGINES } from '../support/database.js';
import { crawl } from '../support/crawl.js';
import { decode } from '../support/html-form.js';
import { PublishedHouse, type Words } from '../support/published-house.js';

/** One word for every place that nobody may read; none of them occurs anywhere else. */
const SECRETS = {
  ...{ name: 'Zxname', address: 'Zxaddress', phone: '0987987987', email: 'zxmail@vidu.vn' },
  ...{ title: 'Zxtitle', content: 'Zxcontent', place: 'Zxplace', concerned: 'Zxconcerned', note: 'Zxnote' },
  ...{ file: 'Zxfile', reply: 'Zxreply', signatory: 'Zxsign', reason: 'Zxreason', hidden: 'Zxhidden' },
} as const;
const WORDS: Words = { title: 'Cấp bản sao', content: 'Chờ lâu.', reply: 'Đã nhắc nhở.' };
const HIDDEN: Words = { title: SECRETS.hidden, content: SECRETS.hidden, reply: SECRETS.hidden };
let files = 0;
const file = (what: string): NewAttachment => ({
  ...{ name: `${SECRETS.file}-${what}.pdf`, mediaType: 'application/pdf', size: 1, sha256: '' },
  ...{ storedName: `stored-${++files}`, scan: 'CLEAN' },
});
const wrote = (): Partial<NewFeedback> => ({
  title: SECRETS.title,
  content: SECRETS.content,
  place: SECRETS.place,
  concernedName: SECRETS.concerned,
  subject: 'ADMIN_REGULATION',
  submitter: {
    ...{ type: 'INDIVIDUAL', name: SECRETS.name, address: SECRETS.address },
    ...{ phone: SECRETS.phone, email: SECRETS.email },
  },
  files: [file('sent')],
});

/** Every address that nobody has to sign in for, and that shows what is public. */
const ADDRESSES = [
  '/', '/cong-khai', '/cong-khai.atom', '/cong-khai/quy-dinh', '/cong-khai/quy-dinh?by=field',
  '/cong-khai/quy-dinh?format=csv&year=2026', '/thu-tuc', '/niem-yet/HG', '/niem-yet?q=huyen', '/so-lieu',
  '/sitemap.xml', '/robots.txt', '/sitemap/trang.xml', '/sitemap/thu-tuc.xml', '/sitemap/niem-yet.xml',
  '/sitemap/cong-khai-1.xml', '/?lang=en',
]; // prettier-ignore

describe.each(PAGE_ENGINES)('what nobody may read, on %s', (engine) => {
  let house: PublishedHouse;
  let shown: number;
  const hidden: number[] = [];

  beforeAll(async () => {
    house = await PublishedHouse.open(engine);
    const { office } = house;
    const answered = () => house.answered('HG', wrote(), 'AMENDED', SECRETS);
    const item = await answered();
    shown = await house.publish(item, WORDS);
    await office.product.app.get(Notes).add(item, office.people.handler, SECRETS.note, [file('note')]);
    const [proposed, taken, reopened] = [await answered(), await answered(), await answered()];
    const [merged, concerning] = [await office.submitted('HG', wrote()), await office.booked('HG', wrote())];
    await office.step(merged.id, 'merge', office.people.clerk, { masterCode: item.code });
    const { staffId: concernsStaffId } = office.people.handler;
    const about = { concernsStaffId, reason: SECRETS.reason };
    await office.step(concerning.id, 'concern', office.people.clerk, about);
    const publications = office.product.app.get(PublicationService);
    await publications.propose(await house.target(proposed.id), HIDDEN, office.people.handler);
    hidden.push(await house.publish(taken, HIDDEN), await house.publish(reopened, HIDDEN));
    const why = { kind: 'OTHER' as const, reason: SECRETS.reason };
    await publications.unpublish(await house.target(taken.id), why, office.people.publisher);
    await office.step(reopened.id, 'reopen', office.people.supervisor, { reason: SECRETS.reason });
  });
  afterAll(() => house.close());

  it('stands on no page, feed, file or sitemap, and no search finds it', async () => {
    const agent = house.office.product.browser();
    const searches = Object.values(SECRETS).flatMap((word) => [
      `/cong-khai?q=${word}`,
      `/cong-khai.atom?q=${word}`,
      `/thu-tuc?q=${word}`,
    ]);
    const pages = new Map<string, string>();
    for (const page of (await crawl(agent, ADDRESSES)).pages) pages.set(page.url, page.html);
    for (const address of [...ADDRESSES, ...searches, ...hidden.map((number) => `/cong-khai/${number}`)])
      pages.set(address, String((await agent.download(address)).body));
    expect(pages.get(`/cong-khai/${shown}`)).toContain(WORDS.reply);
    expect([...pages.keys()].filter((url) => url.startsWith('/thu-tuc/')).length).toBeGreaterThan(0);
    const found = [...pages].flatMap(([url, html]) => {
      // What somebody typed into the search comes back in its field and in links: nothing else may.
      const asked = new URL(url, 'http://localhost').searchParams.get('q') ?? '';
      const text = decode(html).replaceAll(asked === '' ? '\u0000' : asked, '');
      return Object.entries(SECRETS)
        .filter(([, word]) => text.toLowerCase().includes(word.toLowerCase()))
        .map(([place]) => `${url}: ${place}`);
    });
    expect(found).toEqual([]);
  });

  it('is in no count: one item is public, whatever is asked', async () => {
    const agent = house.office.product.browser();
    expect((await agent.visit('/cong-khai')).text).toContain('1 câu trả lời');
    for (const word of Object.values(SECRETS))
      expect((await agent.visit(`/cong-khai?q=${word}`)).text).toContain('0 câu trả lời');
    const csv = String((await agent.download('/cong-khai/quy-dinh?format=csv&year=2026')).body);
    const totals = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(2));
    expect(totals).toEqual(['1']);
    const sitemap = String((await agent.download('/sitemap/cong-khai-1.xml')).body);
    expect(sitemap.match(/<loc>/g)).toHaveLength(1);
    for (const number of hidden) expect((await agent.visit(`/cong-khai/${number}`)).status).toBe(410);
  });

  it('is counted for those who watch over the agencies, and as a sum alone', async () => {
    const staff = house.office.product.browser();
    await staff.visit('/dang-nhap');
    await staff.submit({ username: 'hoidong', password: 'nghe-dan-noi-2026' }, '/dang-nhap');
    const page = await staff.visit('/giam-sat/quy-dinh?year=2026');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Tổng cộng 6');
    for (const secret of Object.values(SECRETS)) expect(page.html).not.toContain(secret);
    expect((await house.office.product.browser().visit('/giam-sat/quy-dinh')).url).toContain('/dang-nhap');
  });
});

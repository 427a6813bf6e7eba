import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLUMN_NUMBERS, type ColumnNumber } from '../../src/figures/column.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import { foldBooks } from '../../src/figures/item-books.js';
import { JournalChains } from '../../src/figures/journal-chains.query.js';
import { listHits } from '../../src/figures/listing.js';
import { BAD_QUESTIONS } from '../support/bad-questions.js';
import { ENGINES } from '../support/database.js';
import { FiguresHouse } from '../support/figures-house.js';
import { naiveList } from '../support/naive-figures.js';

const FIXTURE = '/so-lieu?from=2019-01-01&to=2019-04-30';
const SENTENCE =
  'Đã tiếp nhận 1.049 PAKN (kỳ trước chuyển sang 62, tiếp nhận trong kỳ 987); đã xử lý 934/1.049 PAKN (đạt 89,03%), còn 115 PAKN đang được xem xét, xử lý.';

const sumOf = (list: readonly { weight: number }[]): number =>
  list.reduce((sum, { weight }) => sum + weight, 0);

describe.each(ENGINES)('figures on %s', (engine) => {
  let house: FiguresHouse;
  beforeAll(async () => {
    house = await FiguresHouse.open(engine);
  }, 120_000);
  afterAll(() => house.close());

  describe('the published page', () => {
    it('prints the sentence and the ratios of 2019, answers given afterwards notwithstanding', async () => {
      const { status, text } = await house.visit(FIXTURE);
      expect(status).toBe(200);
      expect(text).toContain(SENTENCE);
      for (const ratio of ['89,03%', '83,88%', '94,21%', '90,57%', '5,78%', '96,57%'])
        expect(text).toContain(ratio);
      for (const parts of ['934 / 1.049', '880 / 1.049', '880 / 934', '846 / 934'])
        expect(text).toContain(parts);
      expect(text).toContain('Hết ngày 30/04/2019');
      expect(text).toContain('Số lượt đánh giá: 88');
    });

    it('has every column of the fixture', async () => {
      const { report } = await house.ask({ from: '2019-01-01', to: '2019-04-30' });
      expect(report.total.counts).toMatchObject({
        '1': 1049, '2': 512, '3': 500, '4': 37, '5': 62, '6a': 987, '7': 934, '8': 460, '9': 445, '10': 29, '11': 300,
        '12': 580, '13': 54, '14': 115, '15': 96, '16': 19, '17': 902, '24a': 88, '24b': 88, '6b': 0, '6c': 0, '18': 0,
      }); // prettier-ignore
    });

    it('takes a cut-off before the end, and the year until today where nothing is asked', async () => {
      const { text } = await house.visit(`${FIXTURE}&asOf=31/03/2019 17:00`);
      expect(text).toContain('17:00 31/03/2019');
      expect(text).not.toContain('đã xử lý 934/1.049');
      expect((await house.visit('/so-lieu')).text).toContain('01/01/2026 – 10/03/2026');
    });

    it('says that nothing happened, without a percentage', async () => {
      const { status, text } = await house.visit('/so-lieu?period=H1&year=2012');
      expect(status).toBe(200);
      expect(text).toContain('Không phát sinh phản ánh, kiến nghị trong kỳ báo cáo.');
      expect(text).toContain('15/12/2011 – 14/06/2012');
      expect(text).not.toMatch(/\d%|NaN/);
    });

    it('opens no list to the public', async () => {
      expect((await house.visit(FIXTURE)).html).not.toContain('/giam-sat/danh-sach');
      expect((await house.visit('/giam-sat/danh-sach?column=7')).url).toContain('/dang-nhap');
    });

    it('finds an agency by its name without marks, and rolls a province up', async () => {
      const found = await house.visit(`${FIXTURE}&agencyQuestion=so noi vu tinh hoa giang`);
      expect(found.status).toBe(200);
      expect(found.text).toContain('Sở Nội vụ tỉnh Hòa Giang');
      expect((await house.visit(`${FIXTURE}&agency=HG`)).text).toContain(SENTENCE);
      const many = await house.visit(`${FIXTURE}&agencyQuestion=so`);
      expect([many.status, many.text]).toEqual([422, expect.stringContaining('Có nhiều cơ quan khớp')]);
      const suggested = JSON.parse((await house.visit('/so-lieu/co-quan?q=so noi vu tinh hoa')).html) as {
        results: object[];
      };
      expect(suggested.results).toContainEqual({ value: 'HG-NV', text: 'Sở Nội vụ tỉnh Hòa Giang' });
    });

    it('explains each column and each denominator', async () => {
      const { text } = await house.visit('/so-lieu/dinh-nghia');
      for (const words of ['Kỳ trước chuyển sang', '(11 + 12) / 1', '766/QĐ-TTg', '89,04%', '1 = 7 + 14']) {
        expect(text).toContain(words);
      }
      const { text: english } = await house.visit('/so-lieu/dinh-nghia?lang=en');
      expect(english).toContain('Carried over');
    });

    it.each(BAD_QUESTIONS)('refuses %s beside the field', async (typed, words) => {
      const query = typed.replace('<5000 digits>', '9'.repeat(5000));
      const { status, text, html } = await house.visit(`/so-lieu?${query}`);
      expect(status).toBeGreaterThanOrEqual(words === '' ? 200 : 400);
      expect(status).toBeLessThan(500);
      expect(text).toContain(words);
      expect(html).not.toContain('<script>');
      if (status === 422) expect(text).not.toContain('PAKN đang được xem xét');
    });

    it('reads days as Vietnamese write them, and 200 years as one period', async () => {
      expect((await house.visit('/so-lieu?from=03/02/2021&to=1/3/2021')).text).toContain(
        '03/02/2021 – 01/03/2021',
      );
      expect((await house.visit('/so-lieu?from=1901-01-01&to=2100-12-31')).status).toBe(200);
    });
  });

  describe('one definition, three doors', () => {
    it('downloads, the command and the page say the same', async () => {
      const csv = (await house.visit(`${FIXTURE}&agency=HG&format=csv`)).html;
      const total = csv.trim().split('\r\n').at(-1)?.split(',');
      expect(total?.slice(0, 3)).toEqual(['HG', 'Tổng cộng', '1049']);
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      const json = JSON.parse((await house.visit(`${FIXTURE}&format=json`)).html) as {
        sentence: string;
        asOf: string;
      };
      expect(json).toMatchObject({
        sentence: SENTENCE,
        asOf: '2019-04-30T17:00:00.000Z',
        rounding: 'truncate',
      });
      const period = ['--from', '2019-01-01', '--to', '30/04/2019'];
      expect(await house.report(...period)).toContain(SENTENCE);
      expect(JSON.parse(await house.report(...period, '--format', 'json'))).toEqual(json);
      expect(await house.report(...period, '--agency', 'HG', '--format', 'csv')).toBe(csv.trimEnd());
      await expect(house.report('--from', '2019-02-30', '--to', '2019-04-30')).rejects.toThrow(/^--from: /);
      await expect(house.report(...period, '--agency', 'X')).rejects.toThrow(/^--agency: /);
      await expect(house.report(...period, '--format', 'doc')).rejects.toThrow(/^--format: /);
    });

    it.each(['agency', 'field', 'subject'])(
      'by %s: rows add up to the total, no identity is broken',
      async (by) => {
        for (const span of [
          { from: '2019-01-01', to: '2019-04-30' },
          { from: '2025-01-01', to: '2026-03-10' },
        ]) {
          const { report } = await house.ask({ ...span, by });
          expect(report.broken).toEqual([]);
          expect(report.rows.length).toBeGreaterThan(0);
          for (const number of COLUMN_NUMBERS) {
            const sum = report.rows.reduce((total, { counts }) => total + counts[number], 0);
            const movesBetweenRows = by !== 'agency' && ['6d', '18g', '18', '21d', '21e'].includes(number);
            if (!movesBetweenRows) expect([number, sum]).toEqual([number, report.total.counts[number]]);
          }
        }
      },
    );

    it('counts by the day of entry what was received before: last month’s books do not move', async () => {
      const [february, march] = [
        { from: '2026-02-01', to: '2026-02-28' },
        { from: '2026-03-01', to: '2026-03-10' },
      ];
      const before = [await house.ask(february), await house.ask(march)].map(
        ({ report }) => report.total.counts,
      );
      await house.keyIn('2026-02-10');
      const after = [await house.ask(february), await house.ask(march)].map(
        ({ report }) => report.total.counts,
      );
      expect(after[0]).toEqual(before[0]);
      const grown = (number: ColumnNumber): number => (after[1]?.[number] ?? 0) - (before[1]?.[number] ?? 0);
      // Three came into the books, the part among them; the letter's due day has passed, the part keeps it.
      expect(
        ['21a', '6a', '18b', '14', '16', '4', '3', '7'].map((number) => grown(number as ColumnNumber)),
      ).toEqual([3, 3, 1, 2, 2, 1, 1, 0]);
      expect((await house.ask({ ...march, by: 'subject' })).report.broken).toEqual([]);
    });

    it('agrees with the second definition on the journal as it was written by the services', async () => {
      const { report, question } = await house.ask({ from: '2026-01-01', to: '2026-03-10', by: 'none' });
      const chains = [];
      for await (const chain of house.app.get(JournalChains).before(report.period.until))
        chains.push({ chain });
      const agencies = new Set(chains.flatMap(({ chain }) => chain.map(({ agencyId }) => agencyId)));
      const books = chains.map(({ chain }) => foldBooks(chain, report.period.from));
      for (const number of COLUMN_NUMBERS) {
        const cells = { cut: 'none' as const, dayOfT: report.period.dayOfT, filter: { agencies } };
        const list = listHits(number, books, cells);
        const naive = naiveList(number, chains, report.period, { agencies, cut: 'none', key: undefined });
        expect([number, list.length]).toEqual([number, naive.length]);
        expect([number, sumOf(list)]).toEqual([number, report.total.counts[number]]);
      }
      for (const column of ['1', '17b', '18'] as const) {
        const list = await house.app.get(FiguresService).list(question, { column, row: '' });
        expect([column, sumOf(list)]).toEqual([column, report.total.counts[column]]);
      }
      expect(report.total.counts['1']).toBeGreaterThan(0);
    });
  });
});

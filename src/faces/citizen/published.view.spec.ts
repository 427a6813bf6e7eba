import { describe, expect, it } from '@jest/globals';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { publishedAnswer } from '../../publication/published-answer.js';
import type { PublishedEntry } from '../../publication/published-entry.entity.js';
import type { ReadFilters } from './published-filters.service.js';
import { publishedItem } from './published-item.view.js';
import { publishedList, publishedRow } from './published.view.js';

/** An entry with everything that must not be seen, should a query ever bring it along. */
const entry = {
  publicationId: 17,
  subject: 'ADMIN_ACT',
  kind: 'REMARK',
  outcome: 'CONFIRMED_CORRECTED',
  submittedAt: Date.parse('2026-11-02T10:00:00+07:00'),
  publishedAt: Date.parse('2026-11-20T10:00:00+07:00'),
  agency: { id: 4, code: '00004', name: 'UBND phường Ba Đình', phone: '0900' },
  field: { id: 7, code: 'ho-tich', name: 'Hộ tịch' },
  procedure: null,
  publication: {
    id: 17,
    title: 'Chờ lâu ở một cửa',
    content: 'Tôi [đã ẩn tên] chờ hai giờ.',
    reply: 'Đã nhắc nhở bộ phận một cửa.',
    clearedReason: 'lý do nội bộ',
    answer: { signatory: 'Trần Văn Ký' },
    feedback: {
      code: 'PAKN-26-7K3M9QTW-4',
      content: 'Tôi Nguyễn Thị Đào chờ hai giờ.',
      answeredAt: Date.parse('2026-11-13T10:00:00+07:00'),
      dueDay: '2026-11-12',
      rating: 'DISSATISFIED',
      submitter: { name: 'Nguyễn Thị Đào', phone: '0912345678' },
    },
  },
} as unknown as PublishedEntry;
const say = ({ key }: { key: string }) => key;
const nothing = { chosen: null, searched: false, results: [] };

describe('what the public reads', () => {
  const answer = publishedAnswer(entry);

  it('is redacted, dated, and never the submitter, the tracking code, an officer or the rating', () => {
    const item = publishedItem(answer, { times: 0, said: false }, say, formatDay);
    expect(item.facts.map(({ value }) => value)).toEqual([
      'UBND phường Ba Đình',
      'published.fact.head',
      'feedback.outcome.CONFIRMED_CORRECTED',
      'feedback.subject.ADMIN_ACT',
      'Hộ tịch',
      '02/11/2026',
      '12/11/2026',
      '13/11/2026',
      '20/11/2026',
    ]);
    expect(item.late).toBe(true);
    const shown = JSON.stringify([answer, item, publishedRow(answer)]);
    for (const secret of ['Đào', '0912345678', 'PAKN-26', 'Trần Văn Ký', 'DISSATISFIED', 'nội bộ', '0900'])
      expect(shown).not.toContain(secret);
  });

  it('keeps the question in the addresses of the other pages and of the feed', () => {
    const address = { q: 'một cửa', agency: '00004', field: 7, procedure: '', from: '2026-01-01', to: null };
    const form = { ...address, agencyQuestion: '', procedureQuestion: '', after: '', before: '', find: '' };
    const read = { form, errors: {}, question: {}, address, agency: nothing, procedure: nothing };
    const found = { page: { rows: [answer], next: '0-5', previous: null }, total: 1001 };
    const list = publishedList(read as unknown as ReadFilters, found, []);
    const filters = '?q=m%E1%BB%99t+c%E1%BB%ADa&agency=00004&field=7&from=2026-01-01';
    expect(list.next).toBe(`/cong-khai${filters}&after=0-5`);
    expect(list.previous).toBeNull();
    expect(list.feed).toBe(`/cong-khai.atom${filters}`);
    expect(list.total).toEqual({ key: 'published.countMore', params: { total: 1000 } });
    expect(list.form.values).toMatchObject({ from: '01/01/2026' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatDay } from '../../platform/kernel/civil-day.js';
import type { Publication } from '../../publication/publication.entity.js';
import { beginning, publishedItem, publishedList, publishedRow } from './published.view.js';

/** An item with everything that must not be seen, should a query ever bring it along. */
const publication = {
  id: 17,
  feedbackId: 5,
  replyId: 3,
  title: 'Chờ lâu ở một cửa',
  content: 'Tôi [đã ẩn tên] chờ hai giờ.',
  reply: 'Đã nhắc nhở bộ phận một cửa.',
  publishedAt: Date.parse('2026-11-20T10:00:00+07:00'),
  answer: { id: 3, outcome: 'CONFIRMED_CORRECTED', signatory: 'Trần Văn Ký' },
  feedback: {
    id: 5,
    code: 'PAKN-26-7K3M9QTW-4',
    content: 'Tôi Nguyễn Thị Đào chờ hai giờ.',
    subject: 'ADMIN_ACT',
    submittedAt: Date.parse('2026-11-02T10:00:00+07:00'),
    answeredAt: Date.parse('2026-11-13T10:00:00+07:00'),
    handlingAgency: { name: 'UBND phường Ba Đình' },
    field: { name: 'Hộ tịch' },
    procedure: null,
    submitter: { name: 'Nguyễn Thị Đào', phone: '0912345678' },
  },
} as unknown as Publication;
const say = ({ key }: { key: string }) => key;

describe('what the public reads', () => {
  it('is redacted, dated, and never the submitter, the tracking code or an officer', () => {
    const item = publishedItem(publication, say, formatDay);
    expect(item.facts.map(({ value }) => value)).toEqual([
      'UBND phường Ba Đình',
      'feedback.outcome.CONFIRMED_CORRECTED',
      'feedback.subject.ADMIN_ACT',
      'Hộ tịch',
      '02/11/2026',
      '13/11/2026',
      '20/11/2026',
    ]);
    const shown = JSON.stringify([item, publishedRow(publication)]);
    for (const secret of ['Đào', '0912345678', 'PAKN-26', 'Trần Văn Ký']) expect(shown).not.toContain(secret);
  });

  it('keeps the question in the addresses of the other pages', () => {
    const address = { q: 'một cửa', agency: '00004', field: 7 };
    const around = {
      form: { values: {}, errors: {}, summary: [], failed: false },
      agency: { chosen: null, searched: false, results: [] },
      fields: [{ id: 7, name: 'Hộ tịch', count: 2 }],
    };
    const list = publishedList(address, 2, { rows: [publication], total: 41 }, around);
    expect(list.previous).toBe('/cong-khai?q=m%E1%BB%99t+c%E1%BB%ADa&agency=00004&field=7&page=1');
    expect(list.next).toContain('page=3');
    expect(publishedList(address, 3, { rows: [], total: 41 }, around).next).toBeNull();
  });

  it('begins a long text and stops between words', () => {
    expect(beginning('một  hai\nba')).toBe('một hai ba');
    const long = beginning('chữ '.repeat(200));
    expect(long.length).toBeLessThan(285);
    expect(long.endsWith('chữ…')).toBe(true);
  });
});

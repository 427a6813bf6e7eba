import { describe, expect, it } from '@jest/globals';
import type { Message } from '../platform/kernel/errors.js';
import en from '../platform/i18n/en/calendar.json' with { type: 'json' };
import vi from '../platform/i18n/vi/calendar.json' with { type: 'json' };
import { deadlineLines } from './deadline-lines.js';
import { type DeadlineRecord, extendDeadline, pauseDeadline, promise, resumeDeadline } from './promise.js';
import { seedYears } from './seed-years.js';
import { calendarOf } from './year-plan.js';

const calendar = calendarOf(seedYears());

function say({ key, params = {} }: Message, catalogue: object = vi): string {
  const [, ...path] = key.split('.');
  const text = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], catalogue);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!(name in params)) throw new Error(`${key} lacks ${name}`);
    return String(params[name]);
  });
}

const said = (record: DeadlineRecord): string[] => deadlineLines(record).map((line) => say(line));
const from = (start: string, term: number): DeadlineRecord =>
  promise(calendar, { start, term, rule: 'handling.act' });

describe('the working-out in words', () => {
  it('tells a swapped Saturday', () => {
    expect(said(from('2025-04-24', 3))).toEqual([
      'Tính từ ngày 24/04/2025 (ngày gửi, không tính), thời hạn 3 ngày làm việc',
      'Bỏ qua Chủ nhật: 27/04/2025',
      'Thứ Bảy 26/04/2025 làm bù nên được tính',
      'Hạn trả lời: hết ngày 28/04/2025',
    ]);
  });

  it('says who set the term, where it is not the general one', () => {
    const basis = { agency: 'UBND tỉnh Hòa Giang', from: '2026-01-01' };
    const second = (rule: string, more: object = {}): string | undefined =>
      said(promise(calendar, { start: '2026-03-09', term: 1, rule, ...more }))[1];
    expect(second('term-rule.7', { basis })).toBe(
      'Theo thời hạn do UBND tỉnh Hòa Giang quy định từ ngày 01/01/2026',
    );
    expect(second('term-rule.8', { basis: { agency: null, from: '2026-01-01' } })).toBe(
      'Theo thời hạn quy định chung từ ngày 01/01/2026',
    );
    expect(second('urgency.URGENT')).toBe('Theo thời hạn dành cho việc khẩn cấp');
    expect(second('urgency.ON_SITE')).toContain('tại hiện trường');
    expect(second('handling.ADMIN_ACT')).toBe('Hạn trả lời: hết ngày 10/03/2026');
  });

  it('draws neighbouring days of one holiday together', () => {
    expect(said(from('2026-02-13', 5))).toEqual([
      'Tính từ ngày 13/02/2026 (ngày gửi, không tính), thời hạn 5 ngày làm việc',
      'Bỏ qua Thứ Bảy, Chủ nhật: 14/02/2026, 15/02/2026, 21/02/2026, 22/02/2026',
      'Bỏ qua từ ngày 16/02/2026 đến ngày 20/02/2026: Tết Nguyên đán',
      'Hạn trả lời: hết ngày 27/02/2026',
    ]);
  });

  it('tells pauses and the extension, and warns where the calendar is not confirmed', () => {
    const paused = pauseDeadline(calendar, from('2026-11-09', 10), '2026-11-18');
    const resumed = resumeDeadline(calendar, paused, '2026-11-20');
    expect(said(paused)).toContain(
      'Tạm dừng từ ngày 18/11/2026 để chờ bổ sung thông tin; còn 3 ngày làm việc, tính tiếp khi nhận được bổ sung',
    );
    const lines = said(extendDeadline(calendar, resumed, 10, '2026-11-23'));
    expect(lines.slice(2)).toEqual([
      'Tạm dừng từ ngày 18/11/2026 đến ngày 20/11/2026 để chờ bổ sung thông tin; khi đó còn 3 ngày làm việc',
      'Gia hạn 10 ngày làm việc, quyết định ngày 23/11/2026: từ ngày 25/11/2026 sang ngày 09/12/2026',
      'Hạn trả lời: hết ngày 09/12/2026',
      'Lịch nghỉ trong khoảng thời gian này chưa được xác nhận đầy đủ, hạn trả lời có thể thay đổi',
    ]);
  });

  it('tells a pause that came too late', () => {
    const paused = pauseDeadline(calendar, from('2025-03-03', 5), '2025-03-12');
    expect(said(paused)).toContain(
      'Chờ bổ sung thông tin từ ngày 12/03/2025, khi đã quá hạn nên hạn trả lời giữ nguyên',
    );
    expect(said(resumeDeadline(calendar, paused, '2025-03-14')).join()).toContain('giữ nguyên');
  });

  it('says all of it in English too', () => {
    const record = resumeDeadline(
      calendar,
      pauseDeadline(calendar, from('2025-04-24', 5), '2025-04-25'),
      '2025-05-05',
    );
    for (const line of deadlineLines(record)) expect(say(line, en)).not.toMatch(/undefined|\{\{/);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../feedback/reply.entity.js';
import { confirmOf } from './action-confirm.view.js';

const reply = (body: string): Reply => ({ body }) as Reply;

describe('what to be sure of before a step', () => {
  it.each(['tại văn bản số ……', 'ngày .... tháng ....'])('is a gap that was left open: %s', (body) => {
    expect(confirmOf('approve', reply(body), null)).toEqual({
      tone: 'warning',
      text: { key: 'deskItem.confirm.gap' },
    });
  });

  it.each(['Đã trả lời.', 'Ba tài liệu gồm: đơn, bản sao…', 'v.v...'])('is no gap in: %s', (body) => {
    expect(confirmOf('approve', reply(body), null)?.text.key).toBe('officer.action.confirmApprove');
  });

  it('is the new day before an extension, and nothing where the form says it all', () => {
    expect(confirmOf('extend', null, '2026-12-24')?.text).toEqual({
      key: 'deskItem.confirm.extend',
      params: { day: '24/12/2026' },
    });
    expect(confirmOf('extend', null, null)).toBeNull();
    expect(confirmOf('forward', null, null)).toBeNull();
  });
});

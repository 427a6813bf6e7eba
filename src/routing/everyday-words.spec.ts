import { describe, expect, it } from '@jest/globals';
import { withOfficialWords } from './everyday-words.js';

describe('what people say', () => {
  it('is followed by what the portal calls it', () => {
    expect(withOfficialWords('Đổi bằng lái ô tô')).toBe('Đổi bằng lái ô tô\ngiấy phép lái xe');
    expect(withOfficialWords('chua co so do')).toContain('quyền sử dụng đất');
  });

  it('is left alone where nothing of it is known', () => {
    expect(withOfficialWords('Số đó do cán bộ giữ')).toBe('Số đó do cán bộ giữ');
  });
});

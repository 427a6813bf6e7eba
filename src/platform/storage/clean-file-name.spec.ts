import { describe, expect, it } from '@jest/globals';
import { cleanFileName } from './clean-file-name.js';

describe('the name of a file', () => {
  it.each([
    ['Giấy hẹn.pdf'.normalize('NFD'), 'Giấy hẹn.pdf'],
    ['C:\\Users\\an\\ảnh.jpg', 'ảnh.jpg'],
    ['../../../etc/passwd', 'passwd'],
    ['a\u202egpj.exe.pdf', 'agpj.exe.pdf'],
    ['a\u0000b\r\nc.pdf', 'ab c.pdf'],
    ['  .htaccess', 'htaccess'],
    ['...', 'tep'],
    ['', 'tep'],
    ['\u200b\u2066', 'tep'],
    ['a<b>"c"|*?.pdf', 'a_b__c____.pdf'],
    ['100%.pdf', '100_.pdf'],
    ['tệp .pdf ', 'tệp.pdf'],
  ])('%j becomes %s', (sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept);
  });

  it('is shortened in front of its ending', () => {
    const kept = cleanFileName(`${'ế'.repeat(500)}.docx`);
    expect(kept).toMatch(/^ế+\.docx$/);
    expect(kept.length).toBeLessThanOrEqual(120);
  });
});

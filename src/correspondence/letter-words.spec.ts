import { describe, expect, it } from '@jest/globals';
import { faultOfWords, filled, wordsOfFile } from './letter-words.js';

const ALLOWED = ['code', 'reason', 'today'];
const keyOf = (source: string): string | null => faultOfWords(source, ALLOWED)?.key ?? null;

describe('the words of a letter', () => {
  it.each([
    'Kính gửi Ông/Bà',
    '{{code}} và {{ reason }}',
    '{{#if today}}hôm nay{{else}}mai{{/if}}',
    '{{#if today}}a{{else if reason}}b{{/if}}',
    '{{!-- ghi chú --}}x',
  ])('may be %j', (source) => {
    expect(keyOf(source)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['{{#if code}}', 'broken'],
    ['{{code', 'broken'],
    ['{{/if}}', 'broken'],
    ['{{pin}}', 'unknown'],
    ['{{constructor}}', 'unknown'],
    ['{{__proto__}}', 'unknown'],
    ['{{code.constructor}}', 'unknown'],
    ['{{this}}', 'unknown'],
    ['{{../code}}', 'unknown'],
    ['{{@root.code}}', 'unknown'],
    ['{{@code}}', 'unknown'],
    ['{{"code"}}', 'unknown'],
    ['{{#if pin}}x{{/if}}', 'unknown'],
    ['{{#if code}}{{pin}}{{/if}}', 'unknown'],
    ['{{#if code}}x{{else}}{{pin}}{{/if}}', 'unknown'],
    ['{{lookup code "length"}}', 'notAllowed'],
    ['{{#each code}}x{{/each}}', 'notAllowed'],
    ['{{#with code}}x{{/with}}', 'notAllowed'],
    ['{{#if code reason}}x{{/if}}', 'notAllowed'],
    ['{{#if code includeZero=true}}x{{/if}}', 'notAllowed'],
    ['{{> page}}', 'notAllowed'],
    ['{{#> page}}x{{/page}}', 'notAllowed'],
    ['{{log code}}', 'notAllowed'],
  ])('may not be %j', (source, key) => {
    expect(keyOf(source)).toBe(`mail.words.${key}`);
  });

  it('are filled as text, on one line in the subject, without gaps where a condition leaves nothing', () => {
    const words = { subject: 'Về {{reason}}', body: 'A\n\n{{#if today}}\nB\n{{/if}}\n\nC {{reason}}' };
    const reason = 'gấp\r\nBcc: x@y.example <b>';
    expect(filled(words, { reason, today: '' })).toEqual({
      subject: 'Về gấp Bcc: x@y.example <b>',
      body: `A\n\nC ${reason}`,
    });
  });

  it('come from files with a subject, a line, and a body', () => {
    expect(wordsOfFile('Tiêu đề\n---\nNội dung\n')).toEqual({ subject: 'Tiêu đề', body: 'Nội dung' });
    expect(() => wordsOfFile('Nội dung\n')).toThrow('subject');
  });
});

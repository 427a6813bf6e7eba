import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween, endOfDay, isCivilDay, startOfDay } from './civil-day.js';
import { cleanLine, cleanText, countCharacters } from './clean-text.js';
import { fold, foldWords } from './fold.js';
import { SeededRandom } from './random.js';
import { formatCount, formatRatio, ratio } from './ratio.js';
import { newTrackingCode, parseTrackingCode } from './tracking-code.js';

describe('days in Vietnam', () => {
  it('begin at 17:00 UTC the evening before', () => {
    expect(dayOf(Date.parse('2026-02-16T16:59:59Z'))).toBe('2026-02-16');
    expect(dayOf(Date.parse('2026-02-16T17:00:00Z'))).toBe('2026-02-17');
    expect(endOfDay('2026-02-16')).toBe(startOfDay('2026-02-17'));
  });

  it.each(['2021-02-30', '2021-2-3', '14/5', '', '0000-01-01', '2021-13-01', '2023-02-29'])(
    'refuse %p',
    (text) => {
      expect(isCivilDay(text)).toBe(false);
    },
  );

  it('add and subtract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: -500, max: 500 }), (from, days) => {
        const day = addDays('1970-01-01', from);
        expect(isCivilDay(day)).toBe(true);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});

describe('ratios', () => {
  it.each([
    [934, 1049, '89,03%'],
    [115, 1049, '10,96%'],
    [1247, 1298, '96,07%'],
    [783, 1298, '60,32%'],
    [9288, 15500, '59,92%'],
    [0, 0, '—'],
    [0, 7, '0,00%'],
    [7, 7, '100,00%'],
    [34250, 30955, '110,64%'],
    [9_999_999, 10_000_000, '99,99%'],
    [123_456, 100, '123.456,00%'],
  ])('%i of %i is %s, truncated', (n, d, text) => {
    expect(formatRatio(ratio(n, d))).toBe(text);
  });

  it('never print 100,00% while one is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (d) => {
        expect(formatRatio(ratio(d - 1, d))).not.toBe('100,00%');
      }),
      { seed: 21 },
    );
  });

  it('print counts with full stops', () => {
    expect([0, 999, 1049, 1_234_567].map(formatCount)).toEqual(['0', '999', '1.049', '1.234.567']);
  });
});

describe('folding', () => {
  it('makes “dat dai” find “Đất đai”, composed or not', () => {
    expect(fold('Đất  ĐAI')).toBe('dat dai');
    expect(fold('Đất đai'.normalize('NFD'))).toBe('dat dai');
    expect(foldWords('“Hộ tịch”, (cấp xã)!')).toEqual(['ho', 'tich', 'cap', 'xa']);
  });

  it('is stable, and blind to the form of the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { seed: 22 },
    );
  });
});

describe('text as it is stored', () => {
  it('loses control and bidi characters, NUL and lone surrogates, and is composed', () => {
    expect(cleanText('a\u0000b\u202Ec\u200Bd')).toBe('abcd');
    expect(cleanText('x\uD800y')).toBe('x\uFFFDy');
    expect(cleanText('Ti\u00EA\u0301ng'.normalize('NFD'))).toBe('Tiếng'.normalize('NFC'));
    expect(cleanText('  one\r\ntwo\rthree  ')).toBe('one\ntwo\nthree');
    expect(cleanLine(' a \n b\tc ')).toBe('a b c');
    expect(cleanText('a\u061Cb\u2028c')).toBe('ab\nc');
  });

  it('is none where nobody sees anything', () => {
    expect(cleanText('\u3164 \u2800\u00AD\u115F\u061C')).toBe('');
    expect(cleanText('❤\uFE0F')).toBe('❤\uFE0F');
  });

  it('is counted as people count', () => {
    expect(countCharacters('Tiếng Việt'.normalize('NFD'))).toBe(10);
    expect(countCharacters('👨‍👩‍👧‍👦é')).toBe(2);
  });
});

describe('tracking codes', () => {
  const random = new SeededRandom(7);
  const instant = Date.parse('2026-03-01T00:00:00Z');

  it('survive sloppy typing', () => {
    const code = newTrackingCode(instant, random);
    expect(code).toMatch(/^PAKN-26-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$/);
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      code.slice(5),
      ` ${code}\n`,
    ]) {
      expect(parseTrackingCode(typed)).toBe(code);
    }
    expect(parseTrackingCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
  });

  it('find every single wrong character', () => {
    for (let run = 0; run < 200; run++) {
      const code = newTrackingCode(instant, random);
      const at = 8 + random.below(8);
      const wrong = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[random.below(32)] ?? '0';
      const typed = code.slice(0, at) + wrong + code.slice(at + 1);
      expect(parseTrackingCode(typed)).toBe(typed === code ? code : null);
    }
  });

  it.each(['', 'PAKN', 'x'.repeat(500), 'PAKN-26-!!!!!!!!-1', '💥'])(
    'refuse %p without an error',
    (typed) => {
      expect(parseTrackingCode(typed)).toBeNull();
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { parsePercent, percentText } from './percent.js';

describe('a share as people type it', () => {
  it.each([
    ['90', 9_000],
    ['99,5', 9_950],
    ['99.05 %', 9_905],
    ['0', 0],
    ['120%', 12_000],
  ])('reads %s', (text, hundredths) => {
    expect(parsePercent(text)).toBe(hundredths);
    expect(parsePercent(percentText(hundredths))).toBe(hundredths);
  });

  it.each(['', '-5', '9,999', 'chín mươi', '90 phần trăm', '1e2', '٩٠', '12345'])('refuses %s', (text) => {
    expect(parsePercent(text)).toBeNull();
  });
});

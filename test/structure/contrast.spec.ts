import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Text needs 4.5 : 1 on its ground, borders of inputs and signs 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SIGN = 3;

const GROUNDS = ['paper', 'surface', 'sunken'];
const TONES = ['neutral', 'info', 'progress', 'success', 'warning', 'danger'];

const PAIRS: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...['ink', 'ink-soft', 'brand', 'brand-strong', 'danger'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground, TEXT] as const),
  ),
  ...['ink', 'ink-soft', 'brand', 'brand-strong'].map((text) => [text, 'brand-tint', TEXT] as const),
  ...TONES.flatMap((tone) => [
    [`${tone}-ink`, `${tone}-tint`, TEXT] as const,
    ['ink', `${tone}-tint`, TEXT] as const,
    ['brand', `${tone}-tint`, TEXT] as const,
  ]),
  ['on-brand', 'brand', TEXT],
  ['on-brand', 'brand-strong', TEXT],
  ['on-deep', 'deep', TEXT],
  ['on-deep-soft', 'deep', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['on-danger', 'danger', TEXT],
  ['danger-tint', 'danger-ink', TEXT],
  ...GROUNDS.map((ground) => ['line-strong', ground, SIGN] as const),
  ['focus-ink', 'focus', SIGN],
  ['accent', 'deep', SIGN],
];

type Palette = ReadonlyMap<string, string>;

/** The colour tokens of the stylesheet, `--name: #rrggbb`, with dark over light. */
function palettes(): { light: Palette; dark: Palette } {
  const css = readFileSync('views/assets/app.css', 'utf8');
  const [light = '', dark = ''] = Array.from(css.matchAll(/:root \{([^}]*)\}/g), ([, body]) => body);
  const tokens = (body: string): [string, string][] =>
    Array.from(body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [name, hex]);
  return { light: new Map(tokens(light)), dark: new Map([...tokens(light), ...tokens(dark)]) };
}

/** WCAG 2.2, “relative luminance”. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('contrast', () => {
  it('measures as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  describe.each(Object.entries(palettes()))('%s', (_, palette) => {
    it.each(PAIRS)('%s on %s is at least %d', (text, ground, least) => {
      const [front, back] = [palette.get(text), palette.get(ground)];
      if (!front || !back) throw new Error(`app.css has no colour for ${front ? ground : text}`);
      expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
    });
  });
});

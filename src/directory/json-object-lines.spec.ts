import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonObjectLines } from './json-object-lines.js';

const text = [
  '[',
  ' {"a": "{[\\"", "Wards": [',
  '  {"x": {"deep": [{}]}},',
  '  {"x": 1}',
  ' ]},',
  ' {"a": 1}',
  ']',
].join('\n');

describe('the lines on which objects begin', () => {
  it('tells elements and the objects in their lists', () => {
    const lines = new JsonObjectLines();
    lines.feed(text);
    expect(lines.take()).toEqual({ line: 2, nested: [3, 4] });
    expect(lines.take()).toEqual({ line: 6, nested: [] });
    expect(lines.position()).toEqual({ line: 7, unfinished: false });
  });

  it('does not care where the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const lines = new JsonObjectLines();
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        for (const [index, from] of places.entries())
          lines.feed(text.slice(from, places[index + 1] ?? text.length));
        expect(lines.take()).toEqual({ line: 2, nested: [3, 4] });
      }),
    );
  });

  it('sees that the text is cut off', () => {
    const lines = new JsonObjectLines();
    lines.feed(text.slice(0, 40));
    expect(lines.position().unfinished).toBe(true);
  });
});

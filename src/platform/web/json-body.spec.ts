import { describe, expect, it } from '@jest/globals';
import { isTooDeep } from './json-body.js';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('how deep a body is nested', () => {
  it('counts brackets, and none that stand in a text', () => {
    expect(isTooDeep(Buffer.from(deep(16)))).toBe(false);
    expect(isTooDeep(Buffer.from(deep(17)))).toBe(true);
    expect(isTooDeep(Buffer.from('{"a":'.repeat(50)))).toBe(true);
    expect(isTooDeep(Buffer.from(JSON.stringify({ a: `\\"${'['.repeat(50)}` })))).toBe(false);
    expect(isTooDeep(Buffer.from(JSON.stringify(Array(50).fill({}))))).toBe(false);
  });
});

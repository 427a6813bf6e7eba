import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, AUDIT_PURPOSES, AUDIT_SUBJECTS } from '../../src/faces/administrator/audit-codes.js';

/** The files that write to the trail, or name what is written there. */
let writers: string[];
/** Names of constants that are topics of the outbox, which look like actions. */
let topics: Set<string>;

beforeAll(async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  const sources = await Promise.all(files.map((file) => readFile(join('src', file), 'utf8')));
  const used = sources.flatMap((source) => [...source.matchAll(/\btopic: ([A-Z_]+)/g)]);
  topics = new Set(used.map(([, name]) => name ?? ''));
  writers = sources.filter((source) => /audit-trail\.service\.js|subjectKind:|audit\.record\(/.test(source));
});

/** @returns what the pattern finds in these files, each once. */
const found = (pattern: RegExp): string[] => [
  ...new Set(writers.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

describe('the trail', () => {
  it('has words for every action that is written down', () => {
    const codes = found(/'([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+)'/g);
    expect(codes.filter((code) => AUDIT_ACTIONS.includes(code)).length).toBeGreaterThan(30);
    const named = found(/\baction: '([\w.]+)'/g).filter((code) => code.includes('.'));
    expect(named.filter((code) => !AUDIT_ACTIONS.includes(code))).toEqual([]);
    const kept = writers
      .flatMap((source) => [...source.matchAll(/\bconst ([A-Z_]+) = '([a-z]\w*(?:\.\w+)+)'/g)])
      .filter(([, name = '', code = '']) => !topics.has(name) && !AUDIT_ACTIONS.includes(code));
    expect(kept.map(([whole]) => whole)).toEqual([]);
  });

  it('has words for every kind of subject and every purpose', () => {
    const kinds = found(/\bsubjectKind: '(\w+)'/g);
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => !AUDIT_SUBJECTS.includes(kind))).toEqual([]);
    expect(found(/\bpurpose: '([A-Z_]+)'/g).filter((one) => !AUDIT_PURPOSES.includes(one))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SUBJECTS } from '../feedback/classification.js';
import {
  asksSomething,
  type Conditions,
  contains,
  firstMatch,
  matchRule,
  prepareFacts,
  type RoutingFacts,
  sameConditions,
} from './routing-rules.js';

/** Few words and ids, so that rules meet facts and each other. */
const SYLLABLES = ['đất', 'dat', 'nhà', 'Sơn', 'xã', 'khai', 'sinh', '?', ','];
const FIELD_OF: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2 };
const fieldOf = (procedureId: number): number | null => FIELD_OF[procedureId] ?? null;

const phrase = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...SYLLABLES), { maxLength: most }).map((words) => words.join(' '));
const lines = fc.array(phrase(3), { maxLength: 3 }).map((all) => all.join('\n'));
const rules: fc.Arbitrary<Conditions> = fc.record({
  procedureId: fc.option(fc.constantFrom(1, 2, 3)),
  fieldId: fc.option(fc.constantFrom(1, 2)),
  subject: fc.option(fc.constantFrom(...SUBJECTS)),
  place: fc.oneof(fc.constant(''), lines),
  words: fc.oneof(fc.constant(''), lines),
  everythingElse: fc.constant(false),
});
const anyRule = fc.oneof(
  { weight: 9, arbitrary: rules },
  { weight: 1, arbitrary: rules.map((rule) => ({ ...rule, everythingElse: true })) },
);
/** As the product makes them: who names a procedure has its field. */
const facts: fc.Arbitrary<RoutingFacts> = fc
  .record({
    procedureId: fc.option(fc.constantFrom(1, 2, 3)),
    fieldId: fc.option(fc.constantFrom(1, 2)),
    subject: fc.constantFrom(...SUBJECTS),
    place: phrase(6),
    text: phrase(8),
  })
  .map((all) => (all.procedureId === null ? all : { ...all, fieldId: fieldOf(all.procedureId) }));

const matches = (rule: Conditions, known: RoutingFacts): boolean =>
  matchRule(rule, prepareFacts(known)) !== null;

describe('laws of the rules', () => {
  test('what a wide rule contains never matches without it', () => {
    let contained = 0;
    fc.assert(
      fc.property(anyRule, anyRule, facts, (wide, narrow, known) => {
        if (!contains(wide, narrow, fieldOf)) return;
        contained++;
        if (matches(narrow, known)) expect(matches(wide, known)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
    expect(contained).toBeGreaterThan(100);
  });

  test('behind a rule that contains it a rule is never the first match', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.array(anyRule, { maxLength: 3 }),
        anyRule,
        facts,
        (wide, between, narrow, known) => {
          if (!contains(wide, narrow, fieldOf)) return;
          expect(firstMatch([wide, ...between, narrow], prepareFacts(known))?.rule).not.toBe(narrow);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('rules that ask the same contain each other and match the same', () => {
    fc.assert(
      fc.property(anyRule, facts, (rule, known) => {
        const shuffled = { ...rule, words: rule.words.split('\n').reverse().join('\n').toUpperCase() };
        expect(sameConditions(rule, shuffled)).toBe(true);
        expect(matches(rule, known)).toBe(matches(shuffled, known));
        if (asksSomething(rule)) expect(contains(rule, shuffled, fieldOf)).toBe(true);
      }),
    );
  });

  test('the first match matches, everything before it does not, and it always says why', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), facts, (list, known) => {
        const prepared = prepareFacts(known);
        const found = firstMatch(list, prepared);
        const at = found === null ? list.length : list.indexOf(found.rule);
        for (const rule of list.slice(0, at)) expect(matchRule(rule, prepared)).toBeNull();
        if (found) expect(found.held.length).toBeGreaterThan(0);
      }),
    );
  });
});

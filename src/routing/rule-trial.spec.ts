import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PastItem, RuleTrial, type TriedRule } from './rule-trial.js';

const RULE = { procedureId: null, fieldId: null, subject: null, place: '', words: '', everythingElse: false };
const rule = (id: number, targetId: number, asked: Partial<TriedRule>): TriedRule => ({
  ...RULE,
  id,
  targetId,
  ...asked,
});
const item = (code: string, text: string, agencyId: number): PastItem => ({
  ...{ code, text, agencyId, state: 'ANSWERED', procedureId: null, fieldId: null },
  ...{ subject: 'ADMIN_ACT', place: '' },
});

describe('a trial on past items', () => {
  it('tells where a rule decides, and what went elsewhere', () => {
    const trial = new RuleTrial([rule(1, 10, { words: 'đất' }), rule(2, 20, { words: 'nhà' })]);
    for (const one of [
      item('A', 'đất ở', 10),
      item('B', 'nhà đất', 30),
      item('C', 'nhà ở', 30),
      item('D', 'xe máy', 40),
      item('E', 'nhà cũ', 20),
    ])
      trial.look(one);
    const { looked, unmatched, rules } = trial.result();
    expect([looked, unmatched]).toEqual([5, 1]);
    expect(rules[0]).toMatchObject({ ruleId: 1, alone: 2, first: 2, same: 1, elsewhere: [[30, 1]] });
    expect(rules[1]).toMatchObject({ ruleId: 2, alone: 3, first: 2, same: 1, elsewhere: [[30, 1]] });
    expect(rules[1]?.examples.map(({ code }) => code)).toEqual(['C', 'E']);
  });

  it('hands out no words of any item', () => {
    const trial = new RuleTrial([rule(1, 10, { words: 'bí mật' })]);
    trial.look(item('A', 'chuyện bí mật của tôi', 30));
    expect(JSON.stringify(trial.result())).not.toMatch(/mật/);
  });

  it('accounts for every item once', () => {
    const word = fc.constantFrom('đất', 'nhà', 'xe');
    const rules = fc.array(fc.tuple(word, fc.nat(3)), { maxLength: 4 });
    const items = fc.array(fc.tuple(fc.array(word, { maxLength: 3 }), fc.nat(3)), { maxLength: 30 });
    fc.assert(
      fc.property(rules, items, (list, past) => {
        const trial = new RuleTrial(list.map(([words, targetId], id) => rule(id, targetId, { words })));
        for (const [words, agencyId] of past) trial.look(item('X', words.join(' '), agencyId));
        const { looked, unmatched, rules: tallies } = trial.result();
        expect(looked).toBe(past.length);
        expect(tallies.reduce((sum, { first }) => sum + first, unmatched)).toBe(past.length);
        for (const { alone, first, same, elsewhere, examples } of tallies) {
          expect(alone).toBeGreaterThanOrEqual(first);
          expect(elsewhere.reduce((sum, [, count]) => sum + count, same)).toBe(first);
          expect(examples.length).toBe(Math.min(10, first));
        }
      }),
    );
  });
});

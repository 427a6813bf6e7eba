import { describe, expect, it } from '@jest/globals';
import { duplicateOf, faultsOf, type KnownRule, type RuleDraft, unreachable } from './rule-checks.js';

const DRAFT: RuleDraft = {
  name: 'Đất đai về Sở',
  agencyId: 5,
  note: '',
  procedureId: null,
  fieldId: 3,
  subject: null,
  place: '',
  words: '',
  everythingElse: false,
};
const fieldOf = (id: number): number | null => (id === 7 ? 3 : 4);
const faults = (changes: Partial<RuleDraft>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faultsOf({ ...DRAFT, ...changes }, fieldOf)).map(([name, { key }]) => [name, key]),
  );
let made = 0;
const rule = (asked: Partial<KnownRule>): KnownRule => ({
  ...{ ...DRAFT, fieldId: null, id: ++made, active: true },
  ...asked,
});

describe('a rule as it is written', () => {
  it('is good when it asks something and names an agency', () => {
    expect(faults({})).toEqual({});
    expect(faults({ procedureId: 7 })).toEqual({});
    expect(faults({ fieldId: null, everythingElse: true })).toEqual({});
  });

  it.each([
    [{ agencyId: null }, { agency: 'routing.fault.agency' }],
    [{ fieldId: null }, { everythingElse: 'routing.fault.asksNothing' }],
    [{ everythingElse: true }, { everythingElse: 'routing.fault.everythingAlone' }],
    [{ words: '… ?' }, { words: 'routing.fault.noWord' }],
    [{ place: Array(31).fill('xã').join('\n') }, { place: 'routing.fault.tooManyLines' }],
    [{ procedureId: 8 }, { fieldId: 'routing.fault.otherField' }],
  ])('is refused: %j', (changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });
});

describe('a rule among others', () => {
  it('is never reached behind one that takes all of it', () => {
    const [wide, narrow, off, last] = [
      rule({ words: 'đất' }),
      rule({ words: 'đất đai' }),
      rule({ fieldId: 3, active: false }),
      rule({ fieldId: 3, words: 'nhà' }),
    ];
    const found = unreachable([wide, narrow, off, last], fieldOf);
    expect([...found]).toEqual([[narrow.id, wide]]);
    expect(unreachable([narrow, wide], fieldOf).size).toBe(0);
  });

  it('is a duplicate only of one that is switched on, and never of itself', () => {
    const one = rule({ words: 'đất\nnhà' });
    expect(duplicateOf(rule({ words: 'Nhà\nĐẤT' }), [one])).toBe(one);
    expect(duplicateOf(one, [one])).toBeNull();
    expect(duplicateOf(rule({ words: 'đất\nnhà' }), [{ ...one, active: false }])).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
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

const NOTHING: Conditions = {
  procedureId: null,
  fieldId: null,
  subject: null,
  place: '',
  words: '',
  everythingElse: false,
};
const rule = (asked: Partial<Conditions>): Conditions => ({ ...NOTHING, ...asked });
const facts = (known: Partial<RoutingFacts> = {}) =>
  prepareFacts({
    procedureId: 7,
    fieldId: 3,
    subject: 'ADMIN_ACT',
    place: 'Bộ phận Một cửa phường Đông Sơn',
    text: 'Hồ sơ đất đai\nTôi nộp hồ sơ từ tháng Giêng',
    ...known,
  });
const held = (asked: Partial<Conditions>, known?: Partial<RoutingFacts>): string[] | null =>
  matchRule(rule(asked), facts(known))?.map(({ condition, typed }) => `${condition}:${typed}`) ?? null;

describe('one rule', () => {
  it('says which conditions held, and the line that was found', () => {
    expect(held({ procedureId: 7, fieldId: 3, subject: 'ADMIN_ACT' })).toEqual([
      'procedure:',
      'field:',
      'subject:',
    ]);
    expect(held({ words: 'sổ đỏ\nđất đai, hồ sơ\nnhà' })).toEqual(['words:đất đai, hồ sơ']);
    expect(held({ place: 'Hòa Khê\nđông sơn' })).toEqual(['place:đông sơn']);
  });

  it('matches only when every condition holds', () => {
    expect(held({ procedureId: 7, fieldId: 4 })).toBeNull();
    expect(held({ fieldId: 3, words: 'khai sinh' })).toBeNull();
    expect(held({ subject: 'ADMIN_ACT' }, { subject: 'BOTH' })).toBeNull();
  });

  it('reads words with or without marks, whole syllables, and phrases as they stand', () => {
    expect(held({ words: 'DAT DAI' })).toEqual(['words:DAT DAI']);
    expect(held({ words: 'đất đai'.normalize('NFD') })).not.toBeNull();
    expect(held({ words: 'đất đai' }, { text: 'ho so dat dai' })).not.toBeNull();
    expect(held({ words: 'gi' })).toBeNull();
    expect(held({ words: 'đai đất' })).toBeNull();
    expect(held({ place: 'sơn đông' })).toBeNull();
  });

  it('is not fooled by other marks, and takes either place of a tone', () => {
    const text = 'Từ chối nhận hồ sơ; số đó do cán bộ giữ';
    expect(held({ words: 'sổ đỏ' }, { text })).toBeNull();
    expect(held({ words: 'so do' }, { text })).toEqual(['words:so do']);
    expect(held({ place: 'Hoà Khê' }, { place: 'xã Hòa Khê' })).not.toBeNull();
    expect(held({ place: 'Thủy' }, { place: 'Thuỷ' })).not.toBeNull();
  });

  it('that asks nothing matches nothing, unless it says that it takes everything', () => {
    expect(held({})).toBeNull();
    expect(held({ words: ' \n …' })).toBeNull();
    expect(held({ everythingElse: true })).toEqual(['everythingElse:']);
    expect(asksSomething(rule({ words: '?!' }))).toBe(false);
  });

  it('asks about a place: who names none does not match', () => {
    expect(held({ place: 'đông sơn' }, { place: '' })).toBeNull();
  });
});

describe('the list', () => {
  it('takes the first that matches', () => {
    const [late, first, second] = [
      rule({ fieldId: 9 }),
      rule({ words: 'đất' }),
      rule({ everythingElse: true }),
    ];
    expect(firstMatch([late, first, second], facts())?.rule).toBe(first);
    expect(firstMatch([late, second, first], facts())?.rule).toBe(second);
    expect(firstMatch([late], facts())).toBeNull();
  });
});

describe('one rule before another', () => {
  const fieldOf = (procedureId: number): number | null => (procedureId === 7 ? 3 : null);
  const covers = (wide: Partial<Conditions>, narrow: Partial<Conditions>): boolean =>
    contains(rule(wide), rule(narrow), fieldOf);

  it('leaves nothing to one that asks more', () => {
    expect(covers({ fieldId: 3 }, { fieldId: 3, words: 'đất' })).toBe(true);
    expect(covers({ fieldId: 3 }, { procedureId: 7 })).toBe(true);
    expect(covers({ words: 'đất' }, { words: 'đất đai\nnhà, đất ở' })).toBe(true);
    expect(covers({ words: 'dat' }, { words: 'đất' })).toBe(true);
    expect(covers({ everythingElse: true }, { fieldId: 3 })).toBe(true);
  });

  it('leaves something to one that asks otherwise', () => {
    expect(covers({ fieldId: 3, words: 'đất' }, { fieldId: 3 })).toBe(false);
    expect(covers({ words: 'đất đai' }, { words: 'đất' })).toBe(false);
    expect(covers({ words: 'đất' }, { words: 'đất ở\nnhà' })).toBe(false);
    expect(covers({ words: 'đất' }, { words: 'dat' })).toBe(false);
    expect(covers({ words: 'đất, nhà' }, { words: 'nhà đất' })).toBe(true);
    expect(covers({ words: 'nhà đất' }, { words: 'nhà, đất' })).toBe(false);
    expect(covers({ place: 'xã' }, { words: 'xã' })).toBe(false);
    expect(covers({ fieldId: 3 }, { everythingElse: true })).toBe(false);
    expect(covers({}, { fieldId: 3 })).toBe(false);
  });

  it('asks the same in another order and spelling', () => {
    expect(sameConditions(rule({ words: 'đất đai\nnhà' }), rule({ words: 'Nhà\n ĐẤT  đai ' }))).toBe(true);
    expect(sameConditions(rule({ words: 'đất' }), rule({ place: 'đất' }))).toBe(false);
    expect(sameConditions(rule({ everythingElse: true }), rule({ everythingElse: true }))).toBe(true);
  });
});

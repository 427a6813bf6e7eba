import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDay } from '../platform/kernel/civil-day.js';
import { AgencyTree, type TreeAgency, type TreePlacement } from './agency-tree.js';

const agency = (
  id: number,
  validFrom: CivilDay,
  validTo: CivilDay | null = null,
  successorId: number | null = null,
): TreeAgency => ({
  id,
  validFrom,
  validTo,
  successorId,
});
const placed = (
  agencyId: number,
  parentId: number | null,
  validFrom: CivilDay,
  validTo: CivilDay | null = null,
): TreePlacement => ({
  agencyId,
  parentId,
  validFrom,
  validTo,
});

const ROOT = 1;
const BAC_KAN = 2;
const THAI_NGUYEN = 3;
const NGAN_SON = 4;
const BANG_VAN = 5;

/** Huyện Ngân Sơn ends with Bắc Kạn on 01/07/2025; its commune goes over to Thái Nguyên. */
const tree = new AgencyTree(
  [
    agency(ROOT, '2000-01-01'),
    agency(BAC_KAN, '2000-01-01', '2025-07-01', THAI_NGUYEN),
    agency(THAI_NGUYEN, '2000-01-01'),
    agency(NGAN_SON, '2000-01-01', '2025-07-01', BANG_VAN),
    agency(BANG_VAN, '2000-01-01'),
  ],
  [
    placed(BANG_VAN, THAI_NGUYEN, '2025-07-01'),
    placed(ROOT, null, '2000-01-01'),
    placed(BAC_KAN, ROOT, '2000-01-01', '2025-07-01'),
    placed(THAI_NGUYEN, ROOT, '2000-01-01'),
    placed(NGAN_SON, BAC_KAN, '2000-01-01', '2025-07-01'),
    placed(BANG_VAN, NGAN_SON, '2000-01-01', '2025-07-01'),
  ],
);

describe('the tree in time', () => {
  it('stands on each day as it stood then', () => {
    const before = tree.at('2025-06-30');
    expect(before.subtree(BAC_KAN)).toEqual([BAC_KAN, NGAN_SON, BANG_VAN]);
    expect(before.ancestors(BANG_VAN)).toEqual([ROOT, BAC_KAN, NGAN_SON]);
    expect(before.path(BANG_VAN)).toBe('/1/2/4/5/');
    expect(before.isAlive(NGAN_SON)).toBe(true);
  });

  it('moves a child to its new parent on the day, not before', () => {
    const after = tree.at('2025-07-01');
    expect(after.path(BANG_VAN)).toBe('/1/3/5/');
    expect(after.children(THAI_NGUYEN)).toEqual([BANG_VAN]);
    expect(after.children(NGAN_SON)).toEqual([]);
  });

  it('keeps an abolished agency under its last parent', () => {
    const after = tree.at('2026-01-01');
    expect(after.isAlive(NGAN_SON)).toBe(false);
    expect(after.isAlive(BAC_KAN)).toBe(false);
    expect(after.path(NGAN_SON)).toBe('/1/2/4/');
    expect(after.subtree(ROOT).sort()).toEqual([ROOT, BAC_KAN, THAI_NGUYEN, NGAN_SON, BANG_VAN]);
  });

  it('does not know what has not begun', () => {
    const early = tree.at('1999-12-31');
    expect(early.ids()).toEqual([]);
    expect(early.subtree(ROOT)).toEqual([]);
    expect(early.parent(BANG_VAN)).toBeNull();
  });

  it('follows successors to the end, and survives a circle', () => {
    expect(tree.successorOf(BAC_KAN)).toBe(THAI_NGUYEN);
    expect(tree.successorOf(THAI_NGUYEN)).toBe(THAI_NGUYEN);
    const chain = new AgencyTree(
      [
        agency(1, '2000-01-01', '2010-01-01', 2),
        agency(2, '2000-01-01', '2020-01-01', 3),
        agency(3, '2000-01-01'),
      ],
      [],
    );
    expect(chain.successorOf(1)).toBe(3);
    const circle = new AgencyTree([agency(1, '2000-01-01', null, 2), agency(2, '2000-01-01', null, 1)], []);
    expect(circle.successorOf(1)).toBe(2);
  });

  it('gives the same answer for a day asked again, after many other days', () => {
    const first = tree.at('2025-06-30').path(BANG_VAN);
    for (let i = 0; i < 20; i++) tree.at(addDays('2010-01-01', i));
    expect(tree.at('2025-06-30').path(BANG_VAN)).toBe(first);
  });
});

describe('every tree in time', () => {
  const epoch = '2010-01-01';
  /** Parents have smaller ids, as in any history without circles; each agency may move and end at random. */
  const history = fc
    .array(
      fc.record({
        from: fc.nat(300),
        moves: fc.array(fc.record({ on: fc.nat(300), parent: fc.nat(30) }), { maxLength: 3 }),
        life: fc.option(fc.nat(300)),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((rows) => {
      const agencies: TreeAgency[] = [];
      const placements: TreePlacement[] = [];
      for (const [index, row] of rows.entries()) {
        const id = index + 1;
        const end = row.life === null ? null : addDays(epoch, row.from + row.life + 1);
        agencies.push(agency(id, addDays(epoch, row.from), end));
        const days = [row.from, ...row.moves.map((move) => row.from + 1 + move.on)].sort((a, b) => a - b);
        for (const [step, on] of days.entries()) {
          const parent = index === 0 ? null : ((row.moves[step]?.parent ?? 0) % index) + 1;
          placements.push(placed(id, parent, addDays(epoch, on)));
        }
      }
      return { agencies, placements };
    });

  it('has every agency that has begun in exactly one place below exactly one root', () => {
    fc.assert(
      fc.property(history, fc.nat(700), ({ agencies, placements }, offset) => {
        const day = addDays(epoch, offset);
        const all = new AgencyTree(agencies, placements);
        const at = all.at(day);
        const reached = at.roots().flatMap((root) => at.subtree(root));
        const begun = agencies.filter((one) => one.validFrom <= day).map((one) => one.id);
        expect(reached.sort((a, b) => a - b)).toEqual(begun);
        for (const id of begun) {
          const parent = at.parent(id);
          expect(at.children(parent)).toContain(id);
          if (parent !== null) expect(at.path(id)).toBe(`${at.path(parent)}${id}/`);
          for (const above of at.ancestors(id)) expect(at.subtree(above)).toContain(id);
        }
      }),
    );
  });
});

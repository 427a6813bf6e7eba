import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../platform/kernel/civil-day.js';
import { CHANNELS, SUBJECTS, URGENCIES } from './classification.js';
import { appliesTo, collides, settingFor, type TermQuestion, type TermSetting } from './term-rule.js';

const ALL = { subject: null, urgency: null, channel: null, agencyId: null } as const;
const set = (id: number, more: Partial<TermSetting> = {}): TermSetting => ({
  ...ALL,
  ...{ id, term: id, validFrom: '2026-01-01', validTo: null },
  ...more,
});
/** A ward (3) of a province (2) below the government (1). */
const asked: TermQuestion = {
  ...{ subject: 'ADMIN_ACT', urgency: 'URGENT', channel: 'PHONE' },
  ...{ agencyLine: [3, 2, 1], day: '2026-03-10' },
};
const winner = (...settings: TermSetting[]) => settingFor(settings, asked)?.id ?? null;

describe('which term counts', () => {
  it('is none where nothing fits', () => {
    expect(winner()).toBeNull();
    expect(winner(set(1, { subject: 'BOTH' }), set(2, { urgency: 'NORMAL' }))).toBeNull();
    expect(winner(set(1, { channel: 'WEB' }), set(2, { agencyId: 9 }))).toBeNull();
  });

  it('is that of the nearest agency, however little it says otherwise', () => {
    const exact = set(4, { agencyId: 2, urgency: 'URGENT', channel: 'PHONE', subject: 'ADMIN_ACT' });
    expect(winner(set(1), set(2, { agencyId: 1 }), exact, set(3, { agencyId: 3 }))).toBe(3);
    expect(winner(set(1), set(2, { agencyId: 1 }), exact)).toBe(4);
    expect(winner(set(1, { urgency: 'URGENT' }), set(2, { agencyId: 1 }))).toBe(2);
  });

  it('then that of the urgency, then of the channel, then of the subject', () => {
    const [urgency, channel] = [set(1, { urgency: 'URGENT' }), set(2, { channel: 'PHONE' })];
    const subject = set(3, { subject: 'ADMIN_ACT' });
    expect(winner(set(4), subject, channel, urgency)).toBe(1);
    expect(winner(set(4), subject, channel)).toBe(2);
    expect(winner(set(4), subject)).toBe(3);
    expect(winner(set(5, { channel: 'PHONE', subject: 'ADMIN_ACT' }), urgency)).toBe(1);
  });

  it('is the one that holds on the day of receipt: from its first day until before its end', () => {
    const early = set(1, { validFrom: '2026-01-01', validTo: '2026-03-10' });
    const late = set(2, { validFrom: '2026-03-11' });
    expect(winner(early, late)).toBeNull();
    expect(settingFor([early, late], { ...asked, day: '2026-03-09' })?.id).toBe(1);
    expect(settingFor([early, late], { ...asked, day: '2026-03-11' })?.id).toBe(2);
    expect(winner(set(3, { validTo: '2026-03-11' }))).toBe(3);
  });

  it('cannot be two equal ones at once, but one after the other', () => {
    const now = set(1, { validFrom: '2026-01-01', validTo: '2026-04-01' });
    expect(collides(now, set(2, { validFrom: '2026-03-31' }))).toBe(true);
    expect(collides(now, set(2, { validFrom: '2026-04-01' }))).toBe(false);
    expect(collides(now, set(2, { validFrom: '2026-02-01', subject: 'BOTH' }))).toBe(false);
    expect(collides(set(1), set(2, { validFrom: '2030-01-01' }))).toBe(true);
  });
});

describe('which term counts, for every set of terms', () => {
  const or = <T>(values: readonly T[]) => fc.constantFrom<T | null>(...values, null);
  const day = fc.nat(60).map((n) => addDays('2026-03-01', n));
  const settings = fc
    .array(
      fc.record({
        ...{ subject: or(SUBJECTS), urgency: or(URGENCIES), channel: or(CHANNELS.slice(0, 3)) },
        ...{ agencyId: or([1, 2, 3, 4]), validFrom: day, validTo: fc.option(day) },
      }),
      { maxLength: 25 },
    )
    .map((list) => list.map((one, i) => ({ ...one, id: i + 1, term: i + 1 })));
  const question = fc.record({
    ...{ subject: fc.constantFrom(...SUBJECTS), urgency: fc.constantFrom(...URGENCIES) },
    channel: fc.constantFrom(...CHANNELS.slice(0, 3)),
    agencyLine: fc.constantFrom<number[]>([3, 2, 1], [4, 1], [2, 1], [1]),
    day,
  });

  it('is one that fits, and no other that fits is more specific', () => {
    const named = (value: unknown) => (value === null ? 0 : 1);
    fc.assert(
      fc.property(settings, question, (list, q) => {
        const found = settingFor(list, q);
        const fitting = list.filter((one) => appliesTo(one, q));
        expect(found === null).toBe(fitting.length === 0);
        if (!found) return;
        expect(fitting).toContain(found);
        // Said a second time: a number in which each criterion outweighs all that come after it.
        const weight = (s: TermSetting) => {
          const near = s.agencyId === null ? 0 : q.agencyLine.length - q.agencyLine.indexOf(s.agencyId);
          return near * 8 + named(s.urgency) * 4 + named(s.channel) * 2 + named(s.subject);
        };
        expect(weight(found)).toBe(Math.max(...fitting.map(weight)));
      }),
    );
  });

  it('does not depend on the order in which they are kept', () => {
    fc.assert(
      fc.property(settings, question, (list, q) => {
        expect(settingFor([...list].reverse(), q)).toEqual(settingFor(list, q));
      }),
    );
  });

  it('is unique where equal ones do not collide', () => {
    fc.assert(
      fc.property(settings, question, (list, q) => {
        const kept: TermSetting[] = [];
        for (const one of list) if (!kept.some((other) => collides(one, other))) kept.push(one);
        const scopes = kept
          .filter((one) => appliesTo(one, q))
          .map((s) => JSON.stringify([s.subject, s.urgency, s.channel, s.agencyId]));
        expect(new Set(scopes).size).toBe(scopes.length);
      }),
    );
  });
});

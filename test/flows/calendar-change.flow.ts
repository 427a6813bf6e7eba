import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import type { YearPlan } from '../../src/calendar/year-plan.js';
import { ChangeCalendar } from '../../src/handling/change-calendar.service.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { formatDay } from '../../src/platform/kernel/civil-day.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import { lookUp } from '../support/citizen-way.js';
import { ENGINES } from '../support/database.js';
import { TimeHouse } from '../support/time-house.js';

const MORNING = '2026-03-10T08:00:00'; // Tuesday; ten working days on is Tuesday 24/03
const BY = { kind: 'operator' } as const;

describe.each(ENGINES)('a change of the calendar on %s', (engine) => {
  const time = new TimeHouse();
  let change: ChangeCalendar;
  beforeAll(async () => {
    await time.open(engine);
    change = time.house.app.get(ChangeCalendar);
  });
  beforeEach(() => {
    time.clockAt(MORNING);
  });
  afterAll(() => time.close());

  /** The year as it stands, with these days off besides. */
  async function withOff(...days: string[]): Promise<YearPlan> {
    const plan = await time.house.app.get(CalendarService).plan(2026);
    if (!plan) throw new Error('no year 2026');
    const more = days.map((day) => ({
      ...{ day, kind: 'OFF' as const, name: 'Ngày nghỉ mới', confirmed: true, applied: true },
      swappedWith: null,
    }));
    return { ...plan, days: [...plan.days.filter(({ day }) => !days.includes(day)), ...more] };
  }
  const stored = () => time.house.app.get(CalendarService).plan(2026);
  const overdueTimers = (id: number) =>
    time.house.reader
      .findBy(OutboxMessage, { topic: 'handling.overdue', state: 'WAITING' })
      .then((rows) =>
        rows
          .filter(({ payload }) => payload['feedbackId'] === id)
          .map(({ runAt }) => new Date(runAt).toISOString()),
      );

  it('says what it would move and stores nothing; confirmed, it moves exactly that, and tells before and after', async () => {
    const moving = await time.sentOne(['book', 'start']);
    const answered = await time.sentOne(['book', 'start', 'draft', 'approve']);
    const before = await stored();
    const plan = await withOff('2026-03-20');
    const { impact, mark } = await change.preview([plan]);
    expect(impact.moved).toMatchObject([{ id: moving, dueBefore: '2026-03-24', dueAfter: '2026-03-25' }]);
    expect(await stored()).toEqual(before);
    expect((await time.item(moving)).dueDay).toBe('2026-03-24');

    await change.apply([plan], mark, BY);
    const item = await time.item(moving);
    expect(item).toMatchObject({
      dueDay: '2026-03-25',
      plainDueDay: '2026-03-25',
      overdueAfter: '2026-03-25',
    });
    expect(item.deadline).toMatchObject({ due: '2026-03-25', originalDue: '2026-03-24' });
    expect(item.deadline.skipped).toContainEqual({
      day: '2026-03-20',
      reason: 'holiday',
      name: 'Ngày nghỉ mới',
    });
    const last = (await time.entries(moving)).at(-1);
    expect(last).toMatchObject({ action: 'recalculate', actorKind: 'system', dueDay: '2026-03-25' });
    expect(last?.details).toEqual({ dueBefore: '2026-03-24', dueAfter: '2026-03-25', year: 2026 });
    expect((await time.entries(answered)).at(-1)?.action).toBe('approve');
    expect((await change.preview([plan])).impact.moved).toEqual([]);
  });

  it('sets the timers by the new day: nothing at the old one, the apology after the new one', async () => {
    const id = await time.sentOne(['book', 'start']); // due 25/03, since 20/03 is off
    await change.apply([await withOff('2026-03-20', '2026-03-23')], null, BY);
    expect(await overdueTimers(id)).toContain('2026-03-26T17:00:00.000Z');
    await time.wakeAt('2026-03-26T23:59:00');
    expect(await time.byItself(id)).toEqual(['recalculate']);
    await time.wakeAt('2026-03-27T00:00:00');
    expect(await time.byItself(id)).toEqual(['recalculate', 'apologise']);
  });

  it('moves also the days of taking in and of transferring, and what is paused', async () => {
    const [sent, booked] = [await time.sentOne(), await time.sentOne(['book'])];
    const paused = await time.sentOne(['book', 'start']);
    time.clockAt('2026-03-11T08:00:00');
    await time.step(paused, 'requestInfo');
    const days = async (id: number) => {
      const { triageDueDay, forwardDueDay, dueDay } = await time.item(id);
      return { triageDueDay, forwardDueDay, dueDay };
    };
    const was = { sent: await days(sent), booked: await days(booked) };
    const supplementBy = (await time.entries(paused)).at(-1)?.details?.['supplementBy'];
    await change.apply([await withOff('2026-03-12')], null, BY);
    expect(was.sent.triageDueDay).toBe('2026-03-12');
    expect((await days(sent)).triageDueDay).toBe('2026-03-13');
    expect(was.booked.forwardDueDay).toBe('2026-03-17');
    expect((await days(booked)).forwardDueDay).toBe('2026-03-18');
    const item = await time.item(paused);
    expect(item.overdueAfter).toBeNull();
    expect(item.deadline.pauses).toMatchObject([{ from: '2026-03-11', to: null, remaining: 9 }]);
    // The citizen's own day was told and stays, on the page and for the timer alike.
    const { code } = item;
    const shown = await lookUp(time.house.browser(), { code, pin: time.house.app.get(TrackingPin).of(code) });
    expect(shown.text).toContain(formatDay(String(supplementBy)));
    expect(supplementBy).toBe('2026-03-27'); // ten working days by the calendar of that moment
    time.clockAt('2026-03-16T08:00:00');
    await time.wakeAt(`${String(supplementBy)}T23:59:00`);
    expect((await time.item(paused)).state).toBe('NEEDS_INFO');
    expect((await time.entries(paused)).at(-1)?.action).toBe('recalculate');
  });

  it('is refused when other days would move than were shown', async () => {
    await time.sentOne();
    const plan = await withOff('2026-03-13');
    const shown = await change.preview([plan]);
    const later = await time.sentOne();
    await expect(change.apply([plan], shown.mark, BY)).rejects.toMatchObject({
      key: 'calendar.error.movedOn',
    });
    expect((await stored())?.days.map(({ day }) => day)).not.toContain('2026-03-13');
    const again = await change.preview([plan]);
    await change.apply([await withOff('2026-04-10')], null, BY); // somebody else changes the calendar
    await expect(change.apply([plan], again.mark, BY)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await time.item(later)).deadline.skipped.map(({ day }) => day)).not.toContain('2026-03-13');
  });

  it('lets what became overdue wrongly be in term again, and apologises anew if it comes to that', async () => {
    const id = await time.sentOne(['book', 'start']);
    const { dueDay } = await time.item(id);
    await time.wakeAt('2026-03-31T08:00:00');
    expect((await time.item(id)).apologyDay).not.toBeNull();
    await change.apply(
      [await withOff('2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30')],
      null,
      BY,
    );
    const moved = await time.item(id);
    expect(moved.dueDay > dueDay).toBe(true);
    expect(moved.apologyDay).toBeNull();
    await time.wakeAt(`${moved.dueDay}T23:59:00`);
    expect(await time.byItself(id)).toEqual(['apologise', 'recalculate']);
    await time.wakeAt('2026-04-20T08:00:00');
    expect((await time.byItself(id)).slice(0, 3)).toEqual(['apologise', 'recalculate', 'apologise']);
  });

  it('loses no step of those who work at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => time.sentOne()));
    const plan = await withOff('2026-03-16');
    const steps = ids.map((id) => time.step(id, 'book'));
    const applied = change.apply([plan], null, BY);
    const booked = await Promise.allSettled(steps);
    await applied;
    const late = await time.sentOne();
    await time.wakeAt('2026-03-10T08:03:00');
    const off = { day: '2026-03-16', reason: 'holiday', name: 'Ngày nghỉ mới' };
    for (const [index, id] of [...ids, late].entries()) {
      const item = await time.item(id);
      const entries = await time.entries(id);
      expect(item.deadline.skipped).toContainEqual(off);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
      expect(item.version).toBe(entries.length);
      const done = booked.at(index)?.status === 'fulfilled';
      expect(entries.some(({ action }) => action === 'book')).toBe(done);
    }
  });

  it('takes along who was promised a day by the former calendar at the very moment', async () => {
    const plan = await withOff('2026-04-15');
    await change.apply([plan], null, BY);
    const id = await time.sentOne();
    const { deadline } = await time.item(id);
    await time.house.write((tx) =>
      tx.query(
        `UPDATE feedback SET deadline = '${JSON.stringify({ ...deadline, due: '2026-03-23' })}', "dueDay" = '2026-03-23' WHERE id = ${id}`,
      ),
    );
    await time.wakeAt('2026-03-10T08:03:00');
    expect((await time.item(id)).dueDay).toBe(deadline.due);
  });
});

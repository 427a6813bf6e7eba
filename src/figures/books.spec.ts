import { describe, expect, test } from '@jest/globals';
import { FigureHistory, type ItemHistory } from '../../test/support/figure-history.js';
import { startOfDay } from '../platform/kernel/civil-day.js';
import type { Counts } from './columns.js';
import { foldBooks } from './item-books.js';
import { periodOf } from './period.js';
import { type Cut, Tally } from './tally.js';

/** Hand-written lives of one item, each at an edge where a looser wording counts wrongly. */
const LATER = startOfDay('2030-01-01');

function counts(
  history: FigureHistory,
  first: string,
  last: string,
  agencies = [1],
  cut: Cut = 'none',
  key?: string,
): Counts {
  const period = periodOf({ firstDay: first, lastDay: last, cutOff: null }, LATER);
  const tally = new Tally(cut, period.dayOfT);
  for (const chain of history.chainsBefore(period.until)) tally.add(foldBooks(chain, period.from));
  return tally.row({ agencies: new Set(agencies), key });
}

function booked(history: FigureHistory, due = '2021-02-10'): ItemHistory {
  return history
    .item()
    .record('submit', '2021-01-20', { dueDay: due, plainDueDay: due })
    .record('book', '2021-01-21', { toState: 'RECEIVED' });
}

function answered(item: ItemHistory, day: string): ItemHistory {
  return item
    .record('draft', day, { toState: 'AWAITING_APPROVAL' })
    .record('approve', day, { toState: 'ANSWERED' });
}

test('away and back twice: both transfers in and both out stand in the lists, the item is pending once', () => {
  const history = new FigureHistory();
  const item = booked(history);
  for (const day of ['2021-02-01', '2021-02-03']) {
    item.record('forward', day, { toState: 'FORWARDED', agencyId: 2 });
    item.record('return', day, { toState: 'RECEIVED', agencyId: 1 });
  }
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({
    '5': 1,
    '6b': 2,
    '18a': 2,
    '1': 1,
    '14': 1,
  });
  expect(counts(history, '2021-02-01', '2021-02-28', [2])).toMatchObject({
    '5': 0,
    '6b': 2,
    '18a': 2,
    '1': 0,
    '14': 0,
  });
});

test('the books change with the transfer, not with its acceptance', () => {
  const history = new FigureHistory();
  booked(history)
    .record('forward', '2021-01-31', { toState: 'FORWARDED', agencyId: 2 })
    .record('accept', '2021-02-05', { toState: 'IN_PROGRESS' });
  expect(counts(history, '2021-01-01', '2021-01-31', [2])['14']).toBe(1);
  expect(counts(history, '2021-02-01', '2021-02-28', [2])).toMatchObject({ '5': 1, '6b': 0, '14': 1 });
});

test('answered, reopened and answered again over the edge of a month counts in each month, once in both together', () => {
  const history = new FigureHistory();
  const item = answered(booked(history), '2021-01-25');
  item.record('reopen', '2021-02-03', {
    toState: 'IN_PROGRESS',
    dueDay: '2021-02-20',
    plainDueDay: '2021-02-20',
  });
  answered(item, '2021-02-10');
  expect(counts(history, '2021-01-01', '2021-01-31')).toMatchObject({ '7': 1, '6c': 0, '1': 1 });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '5': 0, '6c': 1, '7': 1, '1': 1 });
  expect(counts(history, '2021-01-01', '2021-02-28')).toMatchObject({ '6a': 1, '6c': 0, '7': 1, '1': 1 });
});

test('a past report does not change when its answer is reopened later', () => {
  const history = new FigureHistory();
  const item = answered(booked(history), '2021-01-25');
  const before = counts(history, '2021-01-01', '2021-01-31');
  item.record('reopen', '2021-03-01', { toState: 'IN_PROGRESS' });
  expect(counts(history, '2021-01-01', '2021-01-31')).toEqual(before);
});

test('a supplement that never comes: refused before booking is column 19, after booking 18e', () => {
  const history = new FigureHistory();
  history
    .item()
    .record('submit', '2021-02-01')
    .record('requestInfo', '2021-02-02', { toState: 'NEEDS_INFO' })
    .record('expire', '2021-02-20', { toState: 'REFUSED' });
  booked(history)
    .record('requestInfo', '2021-02-02', { toState: 'NEEDS_INFO' })
    .record('expire', '2021-02-20', { toState: 'REFUSED' });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({
    '19': 1,
    '18e': 1,
    '5': 1,
    '1': 0,
    '21a': 1,
    '21': 0,
  });
});

test('an item asked back before booking waits in column 21 and is not pending', () => {
  const history = new FigureHistory();
  history
    .item()
    .record('submit', '2021-02-01')
    .record('requestInfo', '2021-02-02', { toState: 'NEEDS_INFO' });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '21': 1, '21a': 1, '14': 0, '1': 0 });
});

describe('overdue', () => {
  test.each([
    ['2021-02-10', 0],
    ['2021-02-11', 1],
  ])('begins at midnight after the due day 10/02: by %s → %i', (lastDay, overdue) => {
    const history = new FigureHistory();
    booked(history);
    const period = periodOf({ firstDay: '2021-02-01', lastDay, cutOff: startOfDay(lastDay) }, LATER);
    const tally = new Tally('none', period.dayOfT);
    for (const chain of history.chainsBefore(period.until)) tally.add(foldBooks(chain, period.from));
    expect(tally.row({ agencies: new Set([1]) })).toMatchObject({
      '14': 1,
      '16': overdue,
      '15': 1 - overdue,
    });
  });

  test.each([
    ['2021-02-10', { '15': 1, '16': 0 }],
    ['2021-02-11', { '15': 0, '16': 1 }],
  ])('paused on %s it stays as it was, however long the pause', (paused, expected) => {
    const history = new FigureHistory();
    booked(history)
      .record('requestInfo', paused, { toState: 'NEEDS_INFO' })
      .record('reassign', '2021-03-01', { agencyId: 1 });
    expect(counts(history, '2021-02-01', '2021-12-31')).toMatchObject(expected);
  });

  test('a calendar that moves the due day to that of the pause makes it one in term, from then on', () => {
    const history = new FigureHistory();
    booked(history)
      .record('requestInfo', '2021-02-11', { toState: 'NEEDS_INFO' })
      .record('recalculate', '2021-03-01', { dueDay: '2021-02-11', plainDueDay: '2021-02-11' });
    expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '15': 0, '16': 1 });
    expect(counts(history, '2021-02-01', '2021-12-31')).toMatchObject({ '15': 1, '16': 0 });
  });
});

test('timeliness goes by the day of the answer; an answer saved by its extension is named so', () => {
  const history = new FigureHistory();
  answered(booked(history), '2021-02-09');
  answered(booked(history), '2021-02-10');
  answered(booked(history), '2021-02-11');
  answered(booked(history).record('extend', '2021-02-05', { dueDay: '2021-02-20' }), '2021-02-15');
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({
    '7': 4,
    '11': 2,
    '12': 1,
    '12a': 1,
    '13': 1,
  });
});

test('reclassified: in and out in tables by field, nothing in those by agency', () => {
  const history = new FigureHistory();
  booked(history).record('reclassify', '2021-02-05', { fieldId: 7, subject: 'BOTH' });
  const of = (cut: Cut, key?: string): Counts => counts(history, '2021-02-01', '2021-02-28', [1], cut, key);
  expect(of('none')).toMatchObject({ '5': 1, '6d': 0, '18g': 0, '1': 1, '4': 1 });
  expect(of('field', '')).toMatchObject({ '5': 1, '18g': 1, '1': 0 });
  expect(of('field', '7')).toMatchObject({ '5': 0, '6d': 1, '1': 1 });
  expect(of('subject', 'BOTH')).toMatchObject({ '6d': 1, '1': 1 });
});

test('published and dissatisfied go by the standing answer; reopening takes both back', () => {
  const history = new FigureHistory();
  const item = answered(booked(history), '2021-02-05')
    .record('publish', '2021-02-06', { publication: 'PUBLISHED' })
    .record('rate', '2021-02-07', { toState: 'CLOSED', rating: 'DISSATISFIED' });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({
    '17': 1,
    '17b': 1,
    '24a': 1,
    '24b': 1,
  });
  item.record('reopen', '2021-03-02', { toState: 'IN_PROGRESS', publication: 'UNPUBLISHED' });
  answered(item, '2021-03-05');
  expect(counts(history, '2021-03-01', '2021-03-31')).toMatchObject({
    '6c': 1,
    '7': 1,
    '17': 0,
    '17b': -1,
    '24a': 0,
    '24b': 0,
  });
});

test('what is recorded at the first instant of the period is in it, what at T is not', () => {
  const history = new FigureHistory();
  history.item().record('submit', startOfDay('2021-02-01'));
  history.item().record('submit', startOfDay('2021-02-01') - 1);
  history.item().record('submit', startOfDay('2021-03-01'));
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '21a': 1, '21': 2 });
});

test('an answer of the very first instant is one of the period: in column 7, and reopened in no column', () => {
  const history = new FigureHistory();
  const item = booked(history).record('approve', startOfDay('2021-02-01'), { toState: 'ANSWERED' });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '5': 1, '7': 1, '1': 1 });
  item.record('reopen', '2021-02-10', { toState: 'IN_PROGRESS' });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({ '5': 1, '6c': 0, '7': 0, '14': 1 });
});

test('assigned elsewhere while waiting unbooked: the two rows of column 21 tell it, nothing is transferred', () => {
  const history = new FigureHistory();
  history
    .item()
    .record('submit', '2021-02-01')
    .record('requestInfo', '2021-02-02', { toState: 'NEEDS_INFO' })
    .record('reassign', '2021-02-03', { agencyId: 2 });
  expect(counts(history, '2021-02-01', '2021-02-28')).toMatchObject({
    '21a': 1,
    '21e': 1,
    '21': 0,
    '18a': 0,
  });
  expect(counts(history, '2021-02-01', '2021-02-28', [2])).toMatchObject({ '21d': 1, '21': 1, '6b': 0 });
});

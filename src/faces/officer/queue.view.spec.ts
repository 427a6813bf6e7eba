import { describe, expect, it } from '@jest/globals';
import { ANSWERED, STATES } from '../../feedback/state.js';
import { QUEUE_TABS, queueTab, tabsFor } from './queue-tab.js';
import type { QueueTally } from './queue.query.js';
import type { Message } from '../../platform/kernel/errors.js';
import { countOf, queuePager, queueTabs } from './queue.view.js';

const say = ({ key, params }: Message) => [key, ...Object.values(params ?? {})].join(' ');
const address = { tab: 'open', q: 'đất đai', scope: 'own' };
const tally: QueueTally[] = [
  { state: 'SUBMITTED', publication: 'NONE', total: 5, today: 1, past: 2 },
  { state: 'NEEDS_INFO', publication: 'NONE', total: 4, today: 1, past: 3 },
  { state: 'ANSWERED', publication: 'NONE', total: 7, today: 0, past: 6 },
  { state: 'CLOSED', publication: 'PENDING_REVIEW', total: 2, today: 0, past: 2 },
];

describe('the tabs of the desk', () => {
  it.each([
    ['open', 9],
    ['overdue', 5],
    ['today', 2],
    ['submitted', 5],
    ['needsInfo', 4],
    ['answered', 9],
    ['publication', 2],
    ['ended', 0],
  ])('%s counts %i', (name, count) => {
    expect(countOf(queueTab(name), tally)).toBe(count);
  });

  it('leave no state without a list', () => {
    for (const state of STATES) expect(QUEUE_TABS.some((tab) => tab.states.includes(state))).toBe(true);
  });

  it('keep question and scope in their addresses, and mark the current one', () => {
    const [open, overdue] = queueTabs(address, QUEUE_TABS, tally, say);
    expect(open?.current).toBe(true);
    expect(overdue).toMatchObject({ current: false, count: 5, text: 'officer.tab.overdue' });
    expect(overdue?.href).toBe('/can-bo?tab=overdue&q=%C4%91%E1%BA%A5t+%C4%91ai&scope=own');
  });

  it('are those that can hold something for a person, and the first of them is shown', () => {
    const publishers = tabsFor(new Set(ANSWERED));
    expect(publishers.map(({ name }) => name)).toEqual(['publication', 'answered']);
    expect(queueTab('', publishers).name).toBe('publication');
    expect(queueTab('open', publishers).name).toBe('publication');
    expect(tabsFor(new Set(STATES))).toEqual(QUEUE_TABS);
  });

  it('fall back to the first for a name that is none', () => {
    expect(queueTab('nonsense').name).toBe('open');
  });
});

describe('the pages of a queue', () => {
  it('names the rows of the page, and stops at both ends', () => {
    const at = (page: number, total: number) => queuePager(address, page, total, say);
    expect(at(1, 50)).toEqual({ previous: null, next: null, range: 'officer.queue.range 1 50 50' });
    expect(at(2, 101).range).toBe('officer.queue.range 51 100 101');
    expect(at(2, 101).next).toContain('page=3');
    expect(at(3, 101)).toMatchObject({ next: null, range: 'officer.queue.range 101 101 101' });
  });
});

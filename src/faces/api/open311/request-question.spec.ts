import { describe, expect, it } from '@jest/globals';
import { LONGEST_SPAN, requestQuestion } from './request-question.js';
import { Open311Error } from './open311-error.js';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const DAY = 86_400_000;
const faultsOf = (sent: Record<string, unknown>): string[] => {
  try {
    requestQuestion(sent, NOW);
  } catch (error) {
    if (error instanceof Open311Error && error.code === 400) return error.faults.map(({ key }) => key);
    throw error;
  }
  return [];
};

describe('what GET requests asks for', () => {
  it('is the last 90 days where nothing is said', () => {
    expect(requestQuestion({}, NOW)).toEqual({
      ids: null,
      serviceCodes: null,
      statuses: null,
      from: NOW - LONGEST_SPAN,
      to: NOW,
    });
  });

  it('is 90 days from the start, or up to the end, where one of them is said', () => {
    const start = requestQuestion({ start_date: '2026-01-01T00:00:00Z' }, NOW);
    expect([start.from, start.to - start.from]).toEqual([Date.parse('2026-01-01'), 90 * DAY]);
    const end = requestQuestion({ end_date: '2026-04-01T07:00:00+07:00' }, NOW);
    expect([end.to, end.to - end.from]).toEqual([Date.parse('2026-04-01'), 90 * DAY]);
  });

  it.each([
    ['2026-01-01T07:00:00 07:00', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00.25Z', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-01-01', '2025-12-31T17:00:00Z'],
  ])('reads the date %s', (text, instant) => {
    expect(requestQuestion({ start_date: text }, NOW).from).toBe(Date.parse(instant));
  });

  it('reads lists', () => {
    const { ids, serviceCodes, statuses } = requestQuestion(
      { service_request_id: ' 12, 13,,12', service_code: 'dat-dai', status: 'open,closed' },
      NOW,
    );
    expect([ids, serviceCodes, statuses]).toEqual([['12', '13'], ['dat-dai'], ['open', 'closed']]);
  });

  it.each([
    [{ start_date: '14/5' }, 'open311.badDate'],
    [{ start_date: '2021-02-30' }, 'open311.badDate'],
    [{ start_date: '2021-02-01T25:00:00Z' }, 'open311.badDate'],
    [{ end_date: '2021-02-01T00:00:00' }, 'open311.badDate'],
    [{ start_date: '2026-03-02', end_date: '2026-03-01' }, 'open311.endsBefore'],
    [{ start_date: '2026-01-01', end_date: '2026-04-02' }, 'open311.spanTooLong'],
    [{ status: 'pending' }, 'open311.badStatus'],
    [{ status: ['open', 'closed'] }, 'open311.sentTwice'],
    [{ service_request_id: Array.from({ length: 201 }, (_, i) => i).join(',') }, 'open311.tooManyIds'],
  ])('refuses %j', (sent, fault) => {
    expect(faultsOf(sent)).toEqual([fault]);
  });

  it('names everything that is wrong at once', () => {
    expect(faultsOf({ start_date: 'x', end_date: 'y', status: 'z' })).toHaveLength(3);
  });
});

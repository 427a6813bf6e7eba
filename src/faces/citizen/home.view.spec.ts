import { describe, expect, it } from '@jest/globals';
import { homeView } from './home.view.js';

const counts = {
  from: '2019-01-01',
  asOf: 1_556_643_600_000,
  total: 1049,
  processed: 934,
  onTime: 880,
  inTerm: 96,
  overdue: 19,
};

describe('homeView', () => {
  it('puts both ratios over all items, truncated', () => {
    const { today } = homeView(counts);
    expect(today?.processedRatio.hundredths).toBe(8903);
    expect(today?.onTimeRatio).toEqual({ numerator: 880, denominator: 1049, hundredths: 8388 });
    expect(today?.pending).toBe(115);
  });

  it('shows no figures where there is nothing to count', () => {
    expect(
      homeView({ ...counts, total: 0, processed: 0, onTime: 0, inTerm: 0, overdue: 0 }).today,
    ).toBeNull();
  });
});

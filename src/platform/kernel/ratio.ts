/** n of d, in whole hundredths of a percent, truncated (89,0372…% → 8903); null where d is 0 (domain: 0/0 is “—”). */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly hundredths: number | null;
}

/** Truncates, in integers: half-up would print 89,04% where the law's own reports print 89,03%. May exceed 100%. */
export function ratio(numerator: number, denominator: number): Ratio {
  const hundredths = denominator === 0 ? null : Number((BigInt(numerator) * 10_000n) / BigInt(denominator));
  return { numerator, denominator, hundredths };
}

/** @returns `89,03%`, or `—` where there is nothing to divide by. */
export function formatRatio({ hundredths }: Ratio): string {
  if (hundredths === null) return '—';
  const sign = hundredths < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  return `${sign}${formatCount(whole)},${String(Math.abs(hundredths) % 100).padStart(2, '0')}%`;
}

/** @returns `1.049`: thousands by a full stop, as Vietnamese print numbers. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

import { describe, expect, it } from '@jest/globals';
import { TrackingPin } from './tracking-pin.js';

const first = Buffer.alloc(32, 1);
const second = Buffer.alloc(32, 2);
const code = 'PAKN-26-7K3M9QTW-4';

describe('the PIN', () => {
  const pin = new TrackingPin(new Map([[1, first]]));

  it('is six digits, the same each time, and another for another code or key', () => {
    expect(pin.of(code)).toMatch(/^\d{6}$/);
    expect(pin.of(code)).toBe(new TrackingPin(new Map([[1, first]])).of(code));
    expect(pin.of(code)).not.toBe(pin.of('PAKN-26-7K3M9QTX-6'));
    expect(pin.of(code)).not.toBe(new TrackingPin(new Map([[1, second]])).of(code));
    expect(pin.of(code)).not.toBe(new TrackingPin(new Map([[2, first]])).of(code));
  });

  it('opens with blanks and dashes, and with nothing else', () => {
    const right = pin.of(code);
    expect(pin.matches(code, right)).toBe(true);
    expect(pin.matches(code, ` ${right.slice(0, 3)} - ${right.slice(3)}`)).toBe(true);
    const other = right.endsWith('0') ? '1' : '0';
    for (const wrong of ['', '000', right.slice(0, 5) + other, `${right}0`, 'đđđđđđ', '１２３４５６']) {
      expect(pin.matches(code, wrong)).toBe(false);
    }
  });

  it('an older key still opens; a retired one does not', () => {
    const printed = pin.of(code);
    const rotated = new TrackingPin(
      new Map([
        [1, first],
        [2, second],
      ]),
    );
    expect(rotated.of(code)).not.toBe(printed);
    expect(rotated.matches(code, printed)).toBe(true);
    expect(new TrackingPin(new Map([[2, second]])).matches(code, printed)).toBe(false);
  });

  it('does not start without a key', () => {
    expect(() => new TrackingPin(new Map())).toThrow('no PIN key');
  });
});

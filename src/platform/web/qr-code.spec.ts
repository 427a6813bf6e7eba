import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { qrCode } from './qr-code.js';

describe('the QR code', () => {
  it('draws exactly the dark modules', () => {
    const text = 'https://lang-nghe.example/tra-cuu?ma=PAKN-26-7K3M9QTW-4';
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    const code = qrCode(text);
    for (const [, x, y, run] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(run); i++) (drawn[Number(y)] as boolean[])[Number(x) + i] = true;
    }
    expect(code.size).toBe(size);
    expect(drawn).toEqual(data);
  });
});

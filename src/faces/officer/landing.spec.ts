import { describe, expect, it } from '@jest/globals';
import { landingOf } from './landing.js';

describe('landingOf', () => {
  it.each([
    [['HANDLER', 'ADMIN'], '/can-bo'],
    [['ADMIN', 'SUPERVISOR'], '/giam-sat'],
    [['ADMIN'], '/quan-tri'],
    [['OVERSIGHT'], '/giam-sat'],
    [[], '/tai-khoan'],
  ])('sends %j to %s', (roles, address) => {
    expect(landingOf(roles)).toBe(address);
  });
});

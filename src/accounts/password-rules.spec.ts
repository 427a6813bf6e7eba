import { describe, expect, it } from '@jest/globals';
import { normalisePassword, passwordFault } from './password-rules.js';

const fault = (password: string, username = 'nguyen.lan') => passwordFault(password, username)?.key ?? null;

describe('passwordFault', () => {
  it('wants twelve characters as people count them', () => {
    expect(fault('mưa rào 1')).toBe('accounts.password.tooShort');
    expect(fault('hoa sữa đêm')).toBe('accounts.password.tooShort');
    expect(fault('hoa sữa đêm.')).toBeNull();
    expect(fault('x9'.repeat(101))).toBe('accounts.password.tooLong');
  });

  it.each(['nguyen.lan2026', 'Nguyễn.Lan-26', '12nguyen.lan34', 'nguyen.lan-nguyen.lan'])(
    'refuses the user name dressed up: %s',
    (password) => {
      expect(fault(password)).toBe('accounts.password.likeUsername');
    },
  );

  it('lets a user name be a small part of a long password', () => {
    expect(fault('con mèo của nguyen.lan')).toBeNull();
  });

  it.each([
    'Matkhau@2026',
    'Mật khẩu 1234',
    'password1234',
    'P-a-s-s-w-o-r-d-99',
    '123456789012',
    '001 090 012345',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'qwertyuiop12',
    '!!!!1111!!!!',
    'Vietnam@1975',
  ])('refuses what everybody tries: %s', (password) => {
    expect(fault(password)).toBe('accounts.password.common');
  });

  it('asks for no riddles', () => {
    expect(fault('bữa cơm chiều ở quê')).toBeNull();
    expect(fault('xk3m-9qtw-4h7b-zd2p')).toBeNull();
  });
});

describe('normalisePassword', () => {
  it('takes decomposed and composed letters for the same, and keeps blanks', () => {
    expect(normalisePassword(' mật khẩu '.normalize('NFD'))).toBe(' mật khẩu '.normalize('NFC'));
    expect(normalisePassword('a\ud800')).toBe('a\ufffd');
  });
});

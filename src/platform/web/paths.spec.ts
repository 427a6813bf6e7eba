import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.js';
import { path } from './path.js';
import { pathNamed, paths } from './paths.js';

describe('typed paths', () => {
  it('fill parameters and put the rest into the query', () => {
    expect(paths.submit.to()).toBe('/gui');
    expect(paths.officerItem.to({ code: 'PAKN-26-7K3M9QTW-4' })).toBe('/can-bo/ho-so/PAKN-26-7K3M9QTW-4');
    expect(paths.officerQueue.to({ q: 'đất đai', page: 2, state: '', none: undefined })).toBe(
      '/can-bo?q=%C4%91%E1%BA%A5t+%C4%91ai&page=2',
    );
  });

  it('let no parameter break out of its place', () => {
    expect(path('/a/:b').to({ b: '../x?y#z' })).toBe('/a/..%2Fx%3Fy%23z');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (b) => {
        const { pathname } = new URL(path('/a/:b/c').to({ b: `${b}x` }), 'http://h');
        expect(decodeURIComponent(pathname)).toBe(`/a/${b.toWellFormed()}x/c`);
      }),
    );
  });

  it('refuse an address that leads nowhere', () => {
    expect(() => pathNamed('officerItem').to({})).toThrow('code');
    expect(() => pathNamed('constructor')).toThrow('constructor');
    expect(() => pathNamed('hme')).toThrow('hme');
  });
});

describe('the way on after signing in', () => {
  it.each(['/', '/can-bo', '/can-bo?q=a&page=2', '/can-bo/ho-so/PAKN-26-7K3M9QTW-4'])('takes %s', (way) => {
    expect(localPath(way)).toBe(way);
  });

  it.each([
    '//other.site',
    '/\\other.site',
    '/a/..//other.site',
    '/..//other.site',
    'https://other.site',
    'javascript:alert(1)',
    'can-bo',
    '',
    '/a b',
    '/a\tb',
    '/a\nLocation: x',
    `/${'a'.repeat(2_000)}`,
    null,
    undefined,
    ['/a', '/b'],
    { toString: () => '/a' },
  ])('does not take %p', (way) => {
    expect(localPath(way)).toBeNull();
  });

  it('never leads to another site, whatever is written', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      'a',
      ':',
      '@',
      '%2f',
      '?',
      '#',
      '\t',
      'http:',
      'other.site',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const way = localPath(`/${parts.join('')}`);
        if (way !== null) expect(new URL(way, 'https://here.example').origin).toBe('https://here.example');
      }),
      { numRuns: 2_000 },
    );
  });
});

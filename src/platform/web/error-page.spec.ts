import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, StaleVersionError } from '../kernel/errors.js';
import { FormExpired } from './csrf.js';
import { describeFault } from './describe-fault.js';
import { errorPage } from './error-page.js';

describe('what a person is told of an error', () => {
  it.each([
    [new StaleVersionError(), 409, 'conflict'],
    [new DomainError('not-found', 'a.b'), 404, 'notFound'],
    [new DomainError('invalid', 'a.b'), 422, 'invalid'],
    [new DomainError('unavailable', 'a.b'), 503, 'unavailable'],
    [new NotFoundException(), 404, 'notFound'],
    [new BadRequestException(), 400, 'badRequest'],
    [new FormExpired(), 403, 'csrf'],
    [new URIError('x'), 400, 'badRequest'],
    [Object.assign(new Error(), { status: 413, expose: true }), 413, 'tooLarge'],
    [Object.assign(new Error(), { status: 418, expose: true }), 418, 'badRequest'],
    // A library's own 4xx, meant for us and not for the sender.
    [Object.assign(new Error(), { status: 404 }), 500, 'unexpected'],
    [Object.assign(new Error(), { status: 502, expose: true }), 500, 'unexpected'],
    [new Error('x'), 500, 'unexpected'],
    ['text', 500, 'unexpected'],
    [null, 500, 'unexpected'],
    [undefined, 500, 'unexpected'],
  ])('%p is %i', (error, status, name) => {
    expect(errorPage(error)).toMatchObject({ status, name });
  });

  it('a refusal of the rules brings its own words, fields and wait', () => {
    const error = new DomainError('too-many', 'a.wait', { seconds: 30 }, { pin: { key: 'a.pin' } });
    expect(errorPage(error)).toMatchObject({
      message: { key: 'a.wait', params: { seconds: 30 } },
      fields: [{ name: 'pin', message: { key: 'a.pin' } }],
      retryAfter: 30,
    });
  });
});

describe('what the log keeps of an error', () => {
  it('its kind, code and place, not its words', () => {
    const error = Object.assign(new TypeError('INSERT … (Nguyễn Văn Kín)\n0912345678'), { code: '23505' });
    const kept = describeFault(error);
    expect(kept).toMatchObject({ kind: 'TypeError', code: '23505' });
    expect(kept.at[0]).toMatch(/^at /);
    expect(JSON.stringify(kept)).not.toMatch(/Kín|0912345678/);
  });
});

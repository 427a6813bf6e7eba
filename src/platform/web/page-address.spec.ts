import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { pageAddress } from './page-address.js';

const app = express();
app.get(['/', '/gui', '/quan-tri/tai-khoan/:id'], (_, response) => response.end());
app.post(['/gui', '/gui/kiem-tra', '/quan-tri/tai-khoan/:id/vai-tro'], (_, response) => response.end());

const addressOf = (method: string, url: string): string =>
  pageAddress({ app, method, originalUrl: url, path: url.split('?')[0] ?? '' }, { lang: 'en' });

describe('the address of a page', () => {
  it('keeps the question', () => {
    expect(addressOf('GET', '/so-lieu?from=2019-01-01&lang=vi')).toBe('/so-lieu?from=2019-01-01&lang=en');
  });

  it('is that of the form where a POST has shown it again', () => {
    expect(addressOf('POST', '/gui?x=1')).toBe('/gui?lang=en');
    expect(addressOf('POST', '/gui/kiem-tra')).toBe('/gui?lang=en');
    expect(addressOf('POST', '/quan-tri/tai-khoan/7/vai-tro')).toBe('/quan-tri/tai-khoan/7?lang=en');
    expect(addressOf('POST', '/nowhere')).toBe('/?lang=en');
  });

  it.each(['//other.site', '/\\\\other.site'])('leads %s to no other site', (url) => {
    expect(addressOf('GET', url)).toBe('/?lang=en');
  });
});

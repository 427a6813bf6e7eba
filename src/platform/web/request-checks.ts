import { BadRequestException } from '@nestjs/common';
import type { Handler } from 'express';
import { isLanguage, DEFAULT_LANGUAGE, LANGUAGES } from '../i18n/translator.js';
import type { Cookies } from './cookies.js';
import { isApi } from './csrf.js';
import type { WebRequest } from './web-request.js';

const YEAR = 365 * 24 * 3_600_000;

/** Addresses that do not decode, or hide a NUL that PostgreSQL would choke on: refused before anything reads them. */
export function refuseMalformed(): Handler {
  return (request, _, next) => {
    const isBroken = /%00|\0/.test(request.originalUrl) || !decodes(request.path);
    next(isBroken ? new BadRequestException() : undefined);
  };
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** cookie-parser turns `j:{…}` into objects, over which express-session stumbles: a cookie is a text or it is none. */
export function dropOddCookies(): Handler {
  return (request, _, next) => {
    for (const jar of [request.cookies, request.signedCookies] as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(jar)) {
        if (typeof value !== 'string') Reflect.deleteProperty(jar, name);
      }
    }
    next();
  };
}

/** `?lang=en` chooses, and is remembered. Programs ask by `Accept-Language`; a browser's own is nobody's choice. */
export function chooseLanguage(cookies: Cookies): Handler {
  return (request, response, next) => {
    const asked: unknown = request.query['lang'];
    if (isLanguage(asked)) cookies.write(response, 'lang', asked, YEAR);
    const lang = isLanguage(asked) ? asked : cookies.read(request, 'lang');
    const isProgram = isApi(request.path) && request.accepts(['json', 'html']) !== 'html';
    const accepted = isProgram ? request.acceptsLanguages([...LANGUAGES]) : false;
    const otherwise = isLanguage(accepted) ? accepted : DEFAULT_LANGUAGE;
    (request as WebRequest).lang = isLanguage(lang) ? lang : otherwise;
    next();
  };
}

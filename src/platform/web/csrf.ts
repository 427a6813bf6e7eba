import { Injectable } from '@nestjs/common';
import { doubleCsrf, type DoubleCsrfUtilities } from 'csrf-csrf';
import type { Handler, Response } from 'express';
import { Secrets } from '../config/secrets.js';
import { Cookies } from './cookies.js';
import { VisitorCookie } from './visitor-cookie.js';
import type { WebRequest } from './web-request.js';

/** The form's field. */
export const CSRF_FIELD = '_csrf';

/** Refuses what another site makes a browser send. Tokens belong to the visitor cookie, not to the session that citizens do not have. */
@Injectable()
export class Csrf {
  private readonly csrf: DoubleCsrfUtilities;

  constructor(
    cookies: Cookies,
    secrets: Secrets,
    private readonly visitors: VisitorCookie,
  ) {
    const secret = secrets.derive('csrf').toString('base64url');
    this.csrf = doubleCsrf({
      getSecret: () => secret,
      getSessionIdentifier: (request) => (request as WebRequest).visitorId ?? '',
      cookieName: cookies.name('csrf'),
      cookieOptions: cookies.options,
      getCsrfTokenFromRequest: (request) => {
        const sent: unknown = (request.body as Record<string, unknown> | undefined)?.[CSRF_FIELD];
        return typeof sent === 'string' ? sent : null;
      },
      // No cookies there, so nothing that another site could borrow.
      skipCsrfProtection: (request) => isApi(request.path),
    });
  }

  /** @returns the browser's token; the same for all its tabs. */
  token(request: WebRequest, response: Response): string {
    this.visitors.ensure(request, response);
    return this.csrf.generateCsrfToken(request, response);
  }

  /** Lets nothing of a body through whose token is missing or foreign. */
  protection(): Handler {
    return (request, response, next) => {
      this.csrf.doubleCsrfProtection(request, response, (fault?: unknown) => {
        const foreign =
          (request as WebRequest).visitorId === null && !isSafe(request.method) && !isApi(request.path);
        next(fault ?? (foreign ? this.csrf.invalidCsrfTokenError : undefined));
      });
    };
  }

  isFault(error: unknown): boolean {
    return error === this.csrf.invalidCsrfTokenError;
  }
}

export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

import { ForbiddenException, Injectable } from '@nestjs/common';
import { doubleCsrf, type DoubleCsrfUtilities } from 'csrf-csrf';
import type { Handler, Response } from 'express';
import { Secrets } from '../config/secrets.js';
import { Cookies } from './cookies.js';
import { paths } from './paths.js';
import { VisitorCookie } from './visitor-cookie.js';
import type { WebRequest } from './web-request.js';

/** The form's field. */
export const CSRF_FIELD = '_csrf';

/** Refuses what another site makes a browser send. Tokens belong to the visitor cookie, not to the session that citizens do not have. */
@Injectable()
export class Csrf {
  private readonly csrf: DoubleCsrfUtilities;
  private readonly cookieName: string;
  private readonly given = new WeakMap<WebRequest, string>();

  constructor(
    cookies: Cookies,
    secrets: Secrets,
    private readonly visitors: VisitorCookie,
  ) {
    this.cookieName = cookies.name('csrf');
    const secret = secrets.derive('csrf').toString('base64url');
    this.csrf = doubleCsrf({
      getSecret: () => secret,
      getSessionIdentifier: (request) => (request as WebRequest).visitorId ?? '',
      cookieName: this.cookieName,
      cookieOptions: cookies.options,
      getCsrfTokenFromRequest: (request) => {
        const sent: unknown = (request.body as Record<string, unknown> | undefined)?.[CSRF_FIELD];
        return typeof sent === 'string' ? sent : null;
      },
    });
  }

  /** @returns the browser's token; the same for all its tabs, and for all forms of its first page. */
  token(request: WebRequest, response: Response): string {
    const given = this.given.get(request);
    if (given !== undefined) return given;
    this.visitors.ensure(request, response);
    const token = this.csrf.generateCsrfToken(request, response);
    this.given.set(request, token);
    return token;
  }

  /** Lets nothing of a body through whose token is missing or foreign. */
  protection(): Handler {
    return (request, _, next) => {
      const isFree = isSafe(request.method) || isApi(request.path) || isOneClick(request);
      next(isFree || this.isOurs(request as WebRequest) ? undefined : new FormExpired());
    };
  }

  private isOurs(request: WebRequest): boolean {
    const cookie: unknown = (request.cookies as Record<string, unknown>)[this.cookieName];
    return request.visitorId !== null && typeof cookie === 'string' && this.csrf.validateRequest(request);
  }
}

/** The form was not made for this browser, or for another sign-in. */
export class FormExpired extends ForbiddenException {}

/** Programs send no cookies, so there is nothing that another site could borrow. */
export function isApi(path: string): boolean {
  return ['/api', '/open311'].some((top) => path === top || path.startsWith(`${top}/`));
}

/** Mail programs post here on their own (RFC 8058); the signed address is all the proof there is, and all it needs. */
function isOneClick({ method, path }: Pick<WebRequest, 'method' | 'path'>): boolean {
  return method === 'POST' && path.startsWith(paths.unsubscribe.route.replace(/:.*$/, ''));
}

function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

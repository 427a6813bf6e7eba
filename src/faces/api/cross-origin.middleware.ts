import { ForbiddenException, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { Settings } from '../../platform/config/settings.js';
import type { WebRequest } from '../../platform/web/web-request.js';

/** What a page of another site may not read: it is opened with a PIN, which belongs on no page but ours. */
const CLOSED = /^\/api\/v1\/(feedback|partner|changes)(\/|$)/i;
const TOLD = 'Link, ETag, RateLimit, RateLimit-Policy, Retry-After, Content-Language';
const DAY = '86400';

/**
 * Public data may be read from the pages of any site, without credentials. Nothing is sent from them: another site
 * could make its visitors submit in our name, or ask them for code and PIN. Programs send no Origin and notice nothing.
 */
@Injectable()
export class CrossOrigin implements NestMiddleware {
  constructor(private readonly settings: Settings) {}

  use(request: WebRequest, response: Response, next: NextFunction): void {
    response.vary('Accept-Language').vary('Origin');
    response.set('Content-Language', request.lang);
    const path = request.originalUrl.replace(/\?.*$/, '');
    const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (isReading && !CLOSED.test(path)) this.open(response);
    if (isReading || !this.isForeign(request)) next();
    else next(new ForbiddenException());
  }

  private open(response: Response): void {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Accept-Language, If-None-Match',
      'Access-Control-Expose-Headers': TOLD,
      'Access-Control-Max-Age': DAY,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // Kept, but asked about each time: what was taken back must not be read on.
      'Cache-Control': 'no-cache',
    });
  }

  private isForeign(request: WebRequest): boolean {
    const [origin, site] = [request.get('Origin'), request.get('Sec-Fetch-Site')];
    if (site === 'cross-site' || site === 'same-site') return true;
    return origin !== undefined && origin !== new URL(this.settings.baseUrl).origin;
  }
}

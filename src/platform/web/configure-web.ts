import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import express, { type RequestHandler } from 'express';
import session from 'express-session';
import { Log } from '../config/log.js';
import { Secrets } from '../config/secrets.js';
import { Settings } from '../config/settings.js';
import { RandomSource } from '../kernel/random.js';
import { Assets } from './assets.js';
import { authenticate } from './authenticate.js';
import { Cookies } from './cookies.js';
import { Csrf, isApi } from './csrf.js';
import { JSON_BODY } from './json-body.js';
import { Multipart } from './multipart.js';
import { chooseLanguage, dropOddCookies, refuseMalformed } from './request-checks.js';
import { requestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { SessionStore } from './session-store.js';
import { Authenticator } from './signed-in.js';
import { SESSION_COOKIE } from './staff-session.js';
import { answerUnreadable, refuseUnreadable } from './unreadable-requests.js';
import { VisitorCookie } from './visitor-cookie.js';

/** A form: text for the longest field and more, but never endless; deeper shapes than lists are not read. */
const FORM = { extended: false, limit: '256kb', parameterLimit: 200 };
/** Fifty megabytes over a slow line, where Node would hang up after five minutes. Headers alone have a minute, as before. */
const LONGEST_REQUEST = 20 * 60_000;

/**
 * Installs what every request passes, in this order: log, headers, assets, malformed addresses, cookies,
 * language, who it is, body, CSRF. Called once, before the application listens; it is created with
 * `bodyParser: false`, because the parsers are installed here with their limits.
 */
export function configureWeb(app: NestExpressApplication): void {
  const settings = app.get(Settings);
  const cookies = app.get(Cookies);
  app.set('trust proxy', settings.trustProxy);
  app.disable('x-powered-by');
  app.use(requestLog(app.get(Log), app.get(RandomSource)));
  app.use(securityHeaders(settings));
  app.use(refuseUnreadable());
  app.use(app.get(Assets).handler());
  app.use(refuseMalformed());
  app.use(cookieParser(app.get(Secrets).derive('cookies').toString('base64url')));
  app.use(dropOddCookies());
  app.use(chooseLanguage(cookies));
  app.use(exceptApi(sessions(app)));
  app.use(authenticate(app.get(Authenticator, { strict: false }), app.get(VisitorCookie)));
  app.use('/api', express.json(JSON_BODY));
  app.use(express.urlencoded(FORM));
  app.use(app.get(Multipart).handler());
  app.use(app.get(Csrf).protection());
  app.getHttpServer().requestTimeout = LONGEST_REQUEST;
  answerUnreadable(app.getHttpServer(), app.getHttpAdapter().getInstance());
}

function sessions(app: NestExpressApplication): RequestHandler {
  const { https } = app.get(Settings);
  const cookies = app.get(Cookies);
  const handler = session({
    name: cookies.name(SESSION_COOKIE),
    secret: app.get(Secrets).derive('session').toString('base64url'),
    store: app.get(SessionStore),
    cookie: cookies.options as session.CookieOptions,
    resave: false,
    saveUninitialized: false,
  });
  return (request, response, next) => {
    // BASE_URL says that people come by https, also where the proxy in front does not tell.
    if (https) Object.defineProperty(request, 'secure', { value: true });
    handler(request, response, next);
  };
}

/** Programs identify themselves by other means than cookies. */
function exceptApi(handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (isApi(request.path)) {
      next();
      return;
    }
    handler(request, response, next);
  };
}

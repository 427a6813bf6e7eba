import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { type HttpLogger, pinoHttp } from 'pino-http';
import type { Log } from '../config/log.js';
import type { RandomSource } from '../kernel/random.js';

/** Requests that say nothing new, in numbers. */
const QUIET = /^\/(assets\/|healthz|readyz|favicon)/;

/**
 * One line a request: its name, method, the route's pattern, status, duration. Not the address itself:
 * it may hold a code, what somebody searched, or a token.
 */
export function requestLog(log: Log, random: RandomSource): HttpLogger {
  return pinoHttp({
    logger: log.pino,
    genReqId: () => random.token().slice(0, 16),
    autoLogging: { ignore: ({ url = '' }) => QUIET.test(url) },
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request', responseTime: 'ms' },
    customLogLevel: (_, response) => (response.statusCode >= 500 ? 'warn' : 'info'),
    customProps: (request, response) => ({
      method: request.method,
      route: patternOf(request),
      status: response.statusCode,
    }),
    // The headers hold cookies, and a cookie is a key to somebody's desk.
    serializers: { req: () => undefined, res: () => undefined },
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    // Without this an error of ours would be printed a second time, with its message.
    customErrorObject: (_, __, ___, value: object) => ({ ...value, err: undefined }),
  });
}

function patternOf(request: IncomingMessage): string {
  const route = (request as Partial<Request>).route as { readonly path?: string } | undefined;
  return route?.path ?? 'none';
}

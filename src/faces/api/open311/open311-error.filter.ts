import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Translator } from '../../../platform/i18n/translator.js';
import { DomainError, type ErrorKind, type Message } from '../../../platform/kernel/errors.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { Open311Error } from './open311-error.js';
import { formatOf, reply } from './open311-reply.js';

/** Three codes are all that GeoReport knows for what a client did wrong. */
const CODES: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  conflict: 400,
  unauthenticated: 403,
  forbidden: 403,
  'not-found': 404,
  gone: 404,
  'too-many': 429,
  unavailable: 503,
};

/** Refusals as the specification has them: an array of code and description. What is our own fault goes on to the last filter. */
@Catch(Open311Error, DomainError)
export class Open311ErrorFilter implements ExceptionFilter<Open311Error | DomainError> {
  constructor(private readonly translator: Translator) {}

  catch(error: Open311Error | DomainError, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<WebRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const code = error instanceof Open311Error ? error.code : CODES[error.kind];
    const description = (message: Message): string => this.translator.say(message, request.lang);
    const body = descriptionsOf(error, description).map((text) => ({ code, description: text }));
    const seconds = error instanceof DomainError ? Number(error.params['seconds']) : NaN;
    if (Number.isInteger(seconds)) response.set('Retry-After', String(seconds));
    response.set('Cache-Control', 'no-store');
    reply(response, formatOf(request.path), { root: 'errors', body }, code);
  }
}

/** Fields are named, because a program has no page beside which a message could stand. */
function descriptionsOf(error: Open311Error | DomainError, say: (message: Message) => string): string[] {
  if (error instanceof Open311Error) return error.faults.map(say);
  const fields = Object.entries(error.fields).map(([name, message]) => `${name}: ${say(message)}`);
  return fields.length > 0 ? fields : [say({ key: error.key, params: error.params })];
}

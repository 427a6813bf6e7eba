import { HttpException } from '@nestjs/common';
import { FormExpired } from './csrf.js';
import { DomainError, type ErrorKind, type Message } from '../kernel/errors.js';

/** What a person is told about a failed request. */
export interface ErrorPage {
  readonly status: number;
  /** `errors.page.<name>` has title and text. */
  readonly name: string;
  /** Said instead of the general text, where the rules have a more exact one. */
  readonly message?: Message;
  readonly fields: readonly { readonly name: string; readonly message: Message }[];
  readonly retryAfter?: number;
}

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

const NAME_OF: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  409: 'conflict',
  410: 'gone',
  413: 'tooLarge',
  415: 'unsupported',
  422: 'invalid',
  429: 'tooMany',
  503: 'unavailable',
};

/** @returns the page for whatever was thrown; everything that is not known to be the sender's fault is ours: 500. */
export function errorPage(error: unknown): ErrorPage {
  if (error instanceof DomainError) {
    const fields = Object.entries(error.fields).map(([name, message]) => ({ name, message }));
    const status = STATUS_OF[error.kind];
    const seconds = Number(error.params['seconds']);
    const retryAfter = Number.isInteger(seconds) ? { retryAfter: seconds } : {};
    return { ...plain(status), message: { key: error.key, params: error.params }, fields, ...retryAfter };
  }
  if (error instanceof FormExpired) return { ...plain(403), name: 'csrf' };
  return plain(statusOf(error));
}

function plain(status: number): ErrorPage {
  if (status >= 500 && status !== 503) return { status: 500, name: 'unexpected', fields: [] };
  return { status, name: NAME_OF[status] ?? 'badRequest', fields: [] };
}

/** Nest's own exceptions, and those of the body parsers, which carry a status. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof URIError) return 400;
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 && expose === true ? status : 500;
}

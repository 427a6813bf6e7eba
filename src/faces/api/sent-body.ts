import { createParamDecorator, type ExecutionContext, UnsupportedMediaTypeException } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import type { FormFiles } from '../../intake/form-files.js';
import type { Staged } from '../../intake/staged-uploads.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import type { WebRequest } from '../../platform/web/web-request.js';

/** What a POST brought. */
export interface SentBody {
  readonly body: unknown;
  /** A form with files: its fields are texts. */
  readonly isForm: boolean;
  readonly files: readonly SentFile[];
}

/**
 * `SentBody` of a route of ours: JSON, and a form where the route takes files.
 * @throws UnsupportedMediaTypeException for whatever else was sent
 */
export const Sent: () => ParameterDecorator = createParamDecorator((_: unknown, context): SentBody => {
  const request = requestOf(context);
  const isForm = Boolean(request.is('multipart/form-data'));
  if (isForm && request.sentFiles === undefined) throw new UnsupportedMediaTypeException();
  const isEmpty = request.get('Content-Type') === undefined && request.is('*/*') === null;
  if (!isForm && !isEmpty && !request.is('application/json')) throw new UnsupportedMediaTypeException();
  return { body: (request.body as unknown) ?? {}, isForm, files: request.sentFiles ?? [] };
});

const requestOf = (context: ExecutionContext): WebRequest => context.switchToHttp().getRequest<WebRequest>();

/** @returns the files, looked at and staged. @throws DomainError invalid beside `files`. */
export async function stagedOf(files: FormFiles, { files: sent }: SentBody): Promise<readonly Staged[]> {
  const { staged, errors } = await files.read({}, sent, CITIZEN_FILES);
  if (errors.files) throw new DomainError('invalid', 'errors.invalid', {}, errors);
  return staged;
}

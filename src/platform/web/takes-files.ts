import { createParamDecorator, type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { FileLimits } from '../storage/file-limits.js';
import type { SentFile } from '../storage/sent-file.js';
import type { WebRequest } from './web-request.js';

export const TAKES_FILES = 'takes-files';

/**
 * Marks a POST route whose form is `multipart/form-data`: its files are streamed to disk, within the limits, before
 * the CSRF check reads the form. The same route goes on taking plain forms.
 */
export const TakesFiles = (limits: FileLimits): CustomDecorator & MethodDecorator =>
  SetMetadata(TAKES_FILES, limits);

/** `readonly SentFile[]`: what came with the form, those at fault among them. Gone when the request is over. */
export const SentFiles: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context): readonly SentFile[] =>
    context.switchToHttp().getRequest<WebRequest>().sentFiles ?? [],
);

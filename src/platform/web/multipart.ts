import { BadRequestException, Injectable, PayloadTooLargeException } from '@nestjs/common';
import type { Handler, NextFunction } from 'express';
import multer, { MulterError } from 'multer';
import type { FileLimits } from '../storage/file-limits.js';
import { FileStore } from '../storage/file-store.js';
import { DeclaredRoutes } from './declared-routes.js';
import { IncomingFiles } from './incoming-files.js';
import type { WebRequest } from './web-request.js';

/** What no form of ours ever sends; beyond it the request is refused as a whole. Text is held in memory. */
const HARD = { fieldSize: 128 * 1024, fields: 100, files: 40, headerPairs: 40, fieldNameSize: 100 };

interface UploadRoute {
  readonly pattern: RegExp;
  readonly limits: FileLimits;
  readonly isForStaff: boolean;
}

/**
 * Reads `multipart/form-data` where a route declares `@TakesFiles`. Files that are too big or too many are read to
 * their end and thrown away, so that the rest of the form arrives and can be shown again.
 */
@Injectable()
export class Multipart {
  private routes: readonly UploadRoute[] | null = null;

  constructor(
    private readonly declared: DeclaredRoutes,
    private readonly store: FileStore,
  ) {}

  /** Runs before the CSRF check, which reads the form's token. */
  handler(): Handler {
    return (request, response, next) => {
      const route = request.method === 'POST' ? this.routeOf(request.path) : null;
      const asked = request as WebRequest;
      if (!route || !request.is('multipart/form-data') || (route.isForStaff && asked.staff === null)) {
        next();
        return;
      }
      const files = new IncomingFiles(this.store, route.limits);
      // Answered, or given up by its sender: what was not kept by then goes.
      response.once('close', () => void files.discard());
      const reader = multer({ storage: files, limits: HARD, defParamCharset: 'utf8' }).any();
      reader(request, response, (error: unknown) => {
        asked.sentFiles = files.sent;
        finish(error, next);
      });
    };
  }

  private routeOf(path: string): UploadRoute | null {
    this.routes ??= this.declared.list().flatMap(({ path: address, takesFiles, access }) => {
      const isForStaff = access?.kind !== 'public';
      return takesFiles ? [{ pattern: patternOf(address), limits: takesFiles, isForStaff }] : [];
    });
    return this.routes.find(({ pattern }) => pattern.test(path)) ?? null;
  }
}

/** '/can-bo/ho-so/:code' → every address of that shape, as the router matches it. */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}/?$`, 'i');
}

/** A body that is no form, or one that no page of ours sends: the sender's fault. */
function finish(error: unknown, next: NextFunction): void {
  if (error === undefined || error === null) next();
  else if (error instanceof MulterError && error.code.startsWith('LIMIT'))
    next(new PayloadTooLargeException());
  else if (isOfDisk(error)) next(error);
  else next(new BadRequestException());
}

/** The system's own error (disk full, no right to write) is ours to mend. */
function isOfDisk(error: unknown): boolean {
  return typeof (error as { syscall?: unknown }).syscall === 'string';
}

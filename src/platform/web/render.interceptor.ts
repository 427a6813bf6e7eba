import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import { FlashCookie } from './flash-cookie.js';
import { Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';
import type { WebRequest } from './web-request.js';

/** Turns what controllers return into a document or a redirection; other values go on as they are. */
@Injectable()
export class RenderInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly flashes: FlashCookie,
  ) {}

  intercept(context: ExecutionContext, handler: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    return handler.handle().pipe(
      concatMap(async (result: unknown) => {
        if (result instanceof Page) return this.renderer.render(result, request, response);
        return result instanceof Redirect ? this.redirect(result, response) : result;
      }),
    );
  }

  /** 303: the browser goes on with GET, whatever it sent. */
  private redirect({ url, flash }: Redirect, response: Response): string {
    if (flash) this.flashes.put(response, flash);
    response.status(303).set('Cache-Control', 'no-store').location(url);
    return '';
  }
}

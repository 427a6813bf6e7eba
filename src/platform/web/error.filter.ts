import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Log } from '../config/log.js';
import { Settings } from '../config/settings.js';
import { DEFAULT_LANGUAGE, Translator } from '../i18n/translator.js';
import { SignInNeeded } from './access.guard.js';
import { isApi } from './csrf.js';
import { type ErrorPage, errorPage } from './error-page.js';
import { describeFault } from './describe-fault.js';
import { allowedMethods } from './allowed-methods.js';
import { page } from './page.js';
import { PageRenderer } from './page-renderer.js';
import { lastWayBack } from './way-back.js';
import type { WebRequest } from './web-request.js';

/** The last word on every failed request: a page in the product's face, or a problem document under /api. Never a trace. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly translator: Translator,
    private readonly log: Log,
    private readonly settings: Settings,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<WebRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof SignInNeeded) {
      response.set('Cache-Control', 'no-store').redirect(303, error.address);
      return;
    }
    const told = withMethods(errorPage(error), request, response);
    if (told.status >= 500) this.report(error, request, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (told.retryAfter !== undefined) response.set('Retry-After', String(told.retryAfter));
    // The rest of a body that was refused is not worth reading.
    if (told.status === 413) response.set('Connection', 'close');
    if (isApi(request.path)) this.problem(told, request, response);
    else void this.page(told, request, response);
  }

  private async page(told: ErrorPage, request: WebRequest, response: Response): Promise<void> {
    const model = {
      title: `errors.page.${told.name}.title`,
      text: told.message ?? { key: `errors.page.${told.name}.text` },
      advice: told.name === 'csrf' ? 'errors.page.csrf.advice' : null,
      fields: told.fields,
      reference: told.status >= 500 ? request.id : null,
      back: lastWayBack(request),
    };
    try {
      response.send(await this.renderer.render(page('error/problem', model, told.status), request, response));
    } catch (fault) {
      this.report(fault, request, 'the error page failed');
      response
        .status(500)
        .type('text/plain')
        .send(`${this.translator.t('errors.page.unexpected.title')}: ${request.id}`);
    }
  }

  /** Where nobody's data is at stake, the error's own words help. */
  private report(error: unknown, { id }: WebRequest, happened: string): void {
    const words = this.settings.production ? {} : { words: String(error) };
    this.log.problem({ request: id, ...describeFault(error), ...words }, happened);
  }

  /** RFC 9457. */
  private problem(
    told: ErrorPage,
    { lang = DEFAULT_LANGUAGE, id }: Partial<WebRequest>,
    response: Response,
  ): void {
    const title = this.translator.t(`errors.problem.${told.name}`, {}, lang);
    response
      .status(told.status)
      .type('application/problem+json')
      .set('Cache-Control', 'no-store')
      .json({
        type: 'about:blank',
        title,
        status: told.status,
        detail: told.message ? this.translator.say(told.message, lang) : title,
        instance: `urn:request:${id}`,
        errors: told.fields.map(({ name, message }) => ({
          field: name,
          message: this.translator.say(message, lang),
        })),
      });
  }
}

/** A known address asked in a way it does not take is 405, with the ways it takes. */
function withMethods(told: ErrorPage, request: WebRequest, response: Response): ErrorPage {
  if (told.status !== 404 || told.message) return told;
  const methods = allowedMethods(request);
  if (methods.length === 0 || methods.includes(request.method)) return told;
  response.set('Allow', methods.join(', '));
  return { ...told, status: 405, name: 'methodNotAllowed' };
}

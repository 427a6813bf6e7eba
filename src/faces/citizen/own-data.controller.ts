import { Body, Controller, Get, Header, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { ErasureRequests } from '../../feedback/erasure-request.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { ownDataFile } from '../../tracking/own-data.js';
import { OwnErasureForm, OwnKeepForm } from './own-data.form.js';
import { OwnDataPages } from './own-data-pages.service.js';
import { TicketCookies } from './ticket-cookies.js';

/** A citizen's own data, for whoever has opened the item with code and PIN: to read, to take away, to have erased. */
@Public()
@Controller()
export class OwnDataController {
  constructor(
    private readonly tickets: TicketCookies,
    private readonly pages: OwnDataPages,
    private readonly requests: ErasureRequests,
  ) {}

  @Get(paths.trackData.route)
  async show(@Req() request: Request): Promise<Page | Redirect> {
    const code = this.tickets.read(request, 'item');
    const model = code === null ? null : await this.pages.show(code);
    return model ? page('citizen/own-data', model).confidential() : closed();
  }

  @Get(paths.trackDataFile.route)
  @Header('Cache-Control', 'no-store')
  async file(@Req() request: Request): Promise<StreamableFile> {
    const code = this.tickets.read(request, 'item');
    const own = code === null ? null : await this.pages.handOver(code);
    if (code === null || !own) throw new DomainError('not-found', 'errors.notFound');
    return new StreamableFile(Buffer.from(JSON.stringify(ownDataFile(own), null, 2)), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="du-lieu-${code}.json"`,
    });
  }

  @Post(paths.trackErasure.route)
  async ask(@Body() body: unknown, @Req() request: Request): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(OwnErasureForm, body);
    const code = this.tickets.read(request, 'item');
    // Closed meanwhile, or another tab has opened another item: never erase what was not meant.
    if (code === null || code !== value.code) return closed();
    if (!ok) {
      const model = await this.pages.show(code, formView(value, errors));
      return model ? page('citizen/own-data', model, 422).confidential() : closed();
    }
    await this.requests.ask(code);
    return redirect(paths.trackData.to(), { tone: 'success', key: 'privacy.own.asked' });
  }

  @Post(paths.trackErasureKeep.route)
  async keep(@Body() body: unknown, @Req() request: Request): Promise<Redirect> {
    const { value } = readForm(OwnKeepForm, body);
    const code = this.tickets.read(request, 'item');
    if (code === null || code !== value.code) return closed();
    const isKept = await this.requests.takeBack(code);
    const told = isKept ? ({ tone: 'success', key: 'privacy.own.kept' } as const) : undefined;
    return redirect(paths.trackData.to(), told);
  }

  /** Reloading after a fault. */
  @Get([paths.trackErasure.route, paths.trackErasureKeep.route])
  toData(): Redirect {
    return redirect(paths.trackData.to());
  }
}

function closed(): Redirect {
  return redirect(paths.track.to(), { tone: 'info', key: 'tracking.closed' });
}

import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Settings } from '../../platform/config/settings.js';
import { Public } from '../../platform/web/access.js';
import { type Page, page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { Keys } from '../../intake/receipt.view.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { TrackingPin } from '../../tracking/tracking-pin.js';
import { fileRows } from './file-rows.view.js';
import { donePage, receiptPage } from './receipt.view.js';
import { TicketCookies } from './ticket-cookies.js';

/** What a citizen takes home: shown to the browser that has just sent it, for as long as its ticket lasts. */
@Public()
@Controller()
export class ReceiptController {
  constructor(
    private readonly tickets: TicketCookies,
    private readonly pins: TrackingPin,
    private readonly items: CitizenItemQuery,
    private readonly settings: Settings,
  ) {}

  @Get(paths.submitDone.route)
  async done(@Req() request: Request): Promise<Page> {
    const keys = this.keysOf(request);
    if (!keys) return gone();
    const found = await this.items.byCode(keys.code);
    return page(
      'citizen/submit-done',
      donePage(keys, found?.item ?? null, fileRows(found?.files ?? [])),
    ).confidential();
  }

  @Get(paths.receipt.route)
  async receipt(@Req() request: Request): Promise<Page> {
    const keys = this.keysOf(request);
    const found = keys && (await this.items.byCode(keys.code));
    if (!found) return gone();
    const address = this.settings.baseUrl + paths.track.to();
    return page(
      'citizen/receipt',
      receiptPage(keys, found.item, fileRows(found.files), address),
    ).confidential();
  }

  private keysOf(request: Request): Keys | null {
    const code = this.tickets.read(request, 'receipt');
    return code === null ? null : { code, pin: this.pins.of(code) };
  }
}

function gone(): Page {
  return page('citizen/submit-gone', { title: 'submit.done.goneTitle' });
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/web/access.js';
import { Hidden } from '../../platform/web/form-fields.js';
import { redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { TicketCookies } from './ticket-cookies.js';

class PartForm {
  /** The item on whose page the button stood. */
  @Hidden({ max: 24, required: true })
  code: string;

  @Hidden({ max: 24, required: true })
  part: string;
}

/** Whoever has opened an item opens what was split from it: the same submitter, so no PIN is typed again. */
@Public()
@Controller()
export class TrackPartController {
  constructor(
    private readonly items: CitizenItemQuery,
    private readonly tickets: TicketCookies,
  ) {}

  /** Gives the part's own tickets, for its page and for its receipt. */
  @Post(paths.trackPart.route)
  async open(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Redirect> {
    const { value, ok } = readForm(PartForm, body);
    const code = this.tickets.read(request, 'item');
    const found = ok && code !== null && code === value.code ? await this.items.byCode(code) : null;
    const part = found?.parts.find((one) => one.code === value.part);
    if (!part) return redirect(paths.trackItem.to(), { tone: 'warning', key: 'tracking.part.gone' });
    this.tickets.give(response, 'item', part.code);
    this.tickets.give(response, 'receipt', part.code);
    return redirect(paths.trackItem.to(), { tone: 'success', key: 'tracking.part.opened' });
  }

  /** Reloading: the item is over there. */
  @Get(paths.trackPart.route)
  toItem(): Redirect {
    return redirect(paths.trackItem.to());
  }
}

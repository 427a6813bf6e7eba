import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isServed } from '../../feedback/is-served.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { FileDownloads } from '../../platform/web/file-downloads.js';
import { paths } from '../../platform/web/paths.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { TicketCookies } from './ticket-cookies.js';

/** Files of the item that this browser has opened by code and PIN. */
@Public()
@Controller()
export class TrackFileController {
  constructor(
    private readonly items: CitizenItemQuery,
    private readonly tickets: TicketCookies,
    private readonly downloads: FileDownloads,
  ) {}

  /** @throws DomainError not-found for every file that is not on the citizen's page, whoever else may have it. */
  @Get(paths.trackFile.route)
  async file(
    @Param('id') id: string,
    @Query('xem') asked: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const code = this.tickets.read(request, 'item');
    const found = code === null ? null : await this.items.byCode(code);
    const file = found?.files.find((one) => String(one.id) === id && isServed(one));
    if (!file) throw new DomainError('not-found', 'errors.notFound');
    return this.downloads.answer(response, file, asked);
  }
}

import { Controller, Get, Header, Query, Req, type StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { replyFile } from '../../handling/reply-file.js';
import { ReplyLetters } from '../../handling/reply-letters.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { TicketCookies } from './ticket-cookies.js';

/** An approved answer as a document, for whoever has opened the item with code and PIN. */
@Public()
@Controller()
export class TrackReplyPdfController {
  constructor(
    private readonly tickets: TicketCookies,
    private readonly items: CitizenItemQuery,
    private readonly letters: ReplyLetters,
  ) {}

  /** @param turn which answer, counted from the first one; the latest without it. */
  @Get(paths.trackReplyPdf.route)
  @Header('Cache-Control', 'no-store')
  async show(@Query('lan') turn: unknown, @Req() request: Request): Promise<StreamableFile> {
    const code = this.tickets.read(request, 'item');
    const found = code === null ? null : await this.items.byCode(code);
    const at = turn === undefined ? -1 : Number(turn) - 1;
    const answer = found?.replies.toReversed().at(at >= 0 || turn === undefined ? at : Infinity);
    // Words to a merged item are its master's, but the letter is to its own submitter, about the own matter.
    if (!found || !answer) throw new DomainError('not-found', 'deskItem.reply.none');
    return replyFile(await this.letters.letter({ item: found.item, ...answer, shows: 'name' }));
  }
}

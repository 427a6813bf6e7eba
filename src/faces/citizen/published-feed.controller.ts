import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { Settings } from '../../platform/config/settings.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { paths } from '../../platform/web/paths.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { PublishedState } from '../../publication/published-state.query.js';
import { atomFeed, FEED_LENGTH } from './published-feed.atom.js';
import { PublishedFilters } from './published-filters.service.js';

/** The newest published answers that fit the same filters as the list, for feed readers (RFC 4287). */
@Public()
@Controller()
export class PublishedFeedController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly state: PublishedState,
    private readonly filters: PublishedFilters,
    private readonly translator: Translator,
    private readonly settings: Settings,
  ) {}

  /** @returns the feed; Express answers 304 to a reader that has it. @throws DomainError invalid for filters that name nothing. */
  @Get(paths.publishedFeed.route)
  async feed(
    @Query() query: unknown,
    @Visitor() { lang }: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const read = await this.filters.read(query);
    const [fault] = Object.values(read.errors);
    if (!read.question) throw new DomainError('invalid', fault?.key ?? 'errors.invalid', fault?.params);
    const { rows } = await this.published.page(read.question, {}, FEED_LENGTH);
    const changedAt = await this.state.changedAt();
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const body = atomFeed(rows, { read, lang, baseUrl: this.settings.baseUrl }, say);
    response.set({
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      // the reader's language stands in a cookie: no cache between hands one's feed to another
      Vary: 'Cookie',
      // What was taken back is a change as well: nobody keeps it for want of a newer entry.
      'Last-Modified': new Date(changedAt).toUTCString(),
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    });
    return body;
  }
}

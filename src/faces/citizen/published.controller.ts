import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../platform/web/access.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { PublishedFilters } from './published-filters.service.js';
import { PUBLISHED_PAGE, publishedList } from './published.view.js';

/** Answers that everybody may read: search, filters, page by page. */
@Public()
@Controller()
export class PublishedController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly filters: PublishedFilters,
  ) {}

  @Get(paths.published.route)
  async list(@Query() query: unknown): Promise<Page> {
    const read = await this.filters.read(query);
    const fields = await this.published.fields();
    const { question, form } = read;
    if (!question) return page('citizen/published', publishedList(read, null, fields), 422);
    const found = {
      page: await this.published.page(question, form, PUBLISHED_PAGE),
      total: await this.published.count(question),
    };
    return page('citizen/published', publishedList(read, found, fields));
  }
}

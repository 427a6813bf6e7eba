import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Translator } from '../../platform/i18n/translator.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { criticisedCsv, criticisedHeaders } from '../../publication/criticised.csv.js';
import { CriticisedQuery } from '../../publication/criticised.query.js';
import { CriticisedQuestions } from '../../publication/criticised-questions.service.js';
import { criticisedView } from '../../publication/criticised.view.js';

/** Which regulations are criticised most, as far as it is public; as page and as file. */
@Public()
@Controller()
export class CriticisedController {
  constructor(
    private readonly questions: CriticisedQuestions,
    private readonly criticised: CriticisedQuery,
    private readonly translator: Translator,
  ) {}

  @Get(paths.criticised.route)
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @Visitor() { lang }: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | string> {
    const read = this.questions.read(query);
    const rows = read.question && (await this.criticised.rows(read.question, 'public'));
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    if (read.question && rows && query['format'] === 'csv') {
      response.set(criticisedHeaders(read.question));
      return criticisedCsv(rows, read.question, say);
    }
    const links = {
      page: paths.criticised.to(),
      csv: read.question && paths.criticised.to({ ...read.address, format: 'csv' }),
      row: ({ code }: { code: string }) => (code === '' ? null : paths.publicProcedure.to({ code })),
    };
    return page('citizen/criticised', criticisedView(read, rows, links, say), rows ? 200 : 422);
  }
}

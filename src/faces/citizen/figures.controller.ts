import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { figuresLinks } from '../../figures/figures-links.js';
import { figuresPageView } from '../../figures/figures-page.view.js';
import { FiguresQuestions } from '../../figures/figures-questions.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { downloadOf, suggestions, type Suggestion } from '../../figures/figures-answers.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { explainedView } from './figures-explained.view.js';

/** The figures for everybody: any period, any cut-off, any agency; sums, never lists of items. */
@Public()
@Controller()
export class FiguresController {
  constructor(
    private readonly questions: FiguresQuestions,
    private readonly figures: FiguresService,
    private readonly directory: AgencyDirectory,
    private readonly translator: Translator,
  ) {}

  @Get(paths.figures.route)
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @Visitor() { lang }: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | string> {
    const read = await this.questions.read(query, 'all');
    const report = read.question && (await this.figures.report(read.question));
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const download = report && downloadOf(report, query['format'], say);
    if (download) {
      response.set(download.headers);
      return download.body;
    }
    const addresses = { page: paths.figures, list: null, agencies: paths.figuresAgencies };
    const links = figuresLinks(read, addresses);
    const view = figuresPageView(read, report, await this.directory.root(), links, say);
    const model = { title: 'figures.title', ...view, action: paths.figures.to() };
    return page('citizen/figures', model, read.question ? 200 : 422);
  }

  @Get(paths.figuresExplained.route)
  explain(@Visitor() { lang }: VisitorContext): Page {
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    return page('citizen/figures-explained', { title: 'figures.explained.title', ...explainedView(say) });
  }

  /** Suggestions while typing, also agencies that are no more on a day of the past. */
  @Get(paths.figuresAgencies.route)
  async agencies(
    @Query('q') question: unknown,
    @Query('on') day: unknown,
  ): Promise<{ results: Suggestion[] }> {
    return { results: await suggestions(this.questions, question, day, 'all') };
  }
}

import { Controller, Get, Query, Req, UseGuards } from '@nestjs/common';
import { FiguresForm } from '../../figures/figures.form.js';
import { FiguresQuestions } from '../../figures/figures-questions.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { reportJson } from '../../figures/report.json.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { FormPipe } from './form.pipe.js';
import { READ_FIGURES } from './open-data.operations.js';
import { Operation } from './operation.js';

type Address = Readonly<Record<string, unknown>>;

/** The published figures: the report of the page and of the command line. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class FiguresController {
  private readonly names = new FormPipe(FiguresForm);

  constructor(
    private readonly questions: FiguresQuestions,
    private readonly figures: FiguresService,
    private readonly translator: Translator,
  ) {}

  @Get(API.figures.route)
  @Operation(READ_FIGURES)
  async report(@Query() query: Address, @Req() { lang }: WebRequest): Promise<object> {
    this.names.transform(query);
    const { question, errors } = await this.questions.read(query, 'all');
    if (!question) throw new DomainError('invalid', 'errors.invalid', {}, errors);
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    return reportJson(await this.figures.report(question), say);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { PublishedForm } from './published.form.js';
import { PUBLISHED_PAGE, publishedItem, publishedList } from './published.view.js';
import type { Finding } from './submit.view.js';

/** Answers that everybody may read. */
@Public()
@Controller()
export class PublishedController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly agencies: AgencyDirectory,
    private readonly choice: AgencyChoice,
    private readonly translator: Translator,
  ) {}

  @Get(paths.published.route)
  async list(@Query() query: unknown): Promise<Page> {
    const { value, errors, ok } = readForm(PublishedForm, query);
    const asked = ok ? value : { q: '', agency: '', field: null, page: null };
    const agency = asked.agency === '' ? null : await this.agencies.byCode(asked.agency);
    const question = { words: asked.q, below: agency?.path ?? null, fieldId: asked.field };
    const total = await this.published.count(question);
    const at = Math.min(asked.page ?? 1, Math.max(1, Math.ceil(total / PUBLISHED_PAGE)));
    const rows = await this.published.page(question, (at - 1) * PUBLISHED_PAGE, PUBLISHED_PAGE);
    const address = { q: asked.q, agency: agency?.code ?? '', field: asked.field };
    const { q, agencyQuestion } = value;
    const around = {
      // A select compares texts.
      form: formView({ q, agency: value.agency, agencyQuestion, field: String(value.field ?? '') }, errors),
      agency: await this.finding(agency?.code ?? null, ok ? value : null),
      fields: await this.published.fields(),
    };
    return page('citizen/published', publishedList(address, at, { rows, total }, around), ok ? 200 : 422);
  }

  @Get(paths.publishedItem.route)
  async item(@Param('code') number: string, @Visitor() { lang }: VisitorContext): Promise<Page> {
    const found = /^[1-9]\d{0,8}$/.test(number) ? await this.published.one(Number(number)) : null;
    if (!found) throw new DomainError('not-found', 'published.notFound');
    const model = publishedItem(found, (message) => this.translator.say(message, lang), formatDay);
    return page('citizen/published-item', model);
  }

  /** What stands under the question for the agency: the chosen one, and hits for what was typed. */
  private async finding(code: string | null, form: PublishedForm | null): Promise<Finding> {
    const agency = code === null ? null : await this.agencies.byCode(code);
    const question = form && (form.find === 'agency' || agency === null) ? form.agencyQuestion : '';
    const searched = question !== '';
    return {
      chosen: agency && (await this.choice.hit(agency)),
      searched,
      results: searched ? await this.choice.search(question) : [],
    };
  }
}

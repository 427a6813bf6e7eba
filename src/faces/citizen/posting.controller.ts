import { Controller, Get, Param, Query } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { PostingForm, PostingPeriodForm } from './posting.form.js';
import { PostingSheets } from './posting-sheet.service.js';
import { postingView } from './posting.view.js';

/** The sheet that every agency posts at its office: one printed page, made anew each time it is opened. */
@Public()
@Controller()
export class PostingController {
  constructor(
    private readonly sheets: PostingSheets,
    private readonly agencies: AgencyDirectory,
    private readonly choice: AgencyChoice,
    private readonly translator: Translator,
  ) {}

  @Get(paths.posting.route)
  async choose(@Query() query: unknown): Promise<Page> {
    const { value, errors, ok } = readForm(PostingForm, query);
    const found = ok && value.q !== '' ? await this.choice.search(value.q) : [];
    const rows = found.map(({ value: code, text, detail }) => ({
      ...{ text, detail: detail ?? '' },
      href: paths.postingSheet.to({ agency: code }),
    }));
    const model = { title: 'posting.choose', form: formView(value, errors), rows, searched: value.q !== '' };
    return page('citizen/posting-choose', model, ok ? 200 : 422);
  }

  /** Of an agency that is no more, the sheet of whoever took over its work. */
  @Get(paths.postingSheet.route)
  async show(
    @Param('agency') code: string,
    @Query() query: unknown,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page | Redirect> {
    const agency = await this.agencies.byCode(code);
    if (!agency) throw new DomainError('not-found', 'posting.unknown');
    const successor = agency.validTo === null ? null : await this.successor(agency);
    if (agency.validTo !== null && !successor) throw new DomainError('not-found', 'posting.unknown');
    if (successor) return redirect(paths.postingSheet.to({ agency: successor.code }));
    const { value, ok } = readForm(PostingPeriodForm, query);
    const length = ok && value.length !== '' ? value.length : 'Q';
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    return page('citizen/posting', postingView(await this.sheets.of(agency, length), length, say));
  }

  private async successor({ successorId }: Readonly<Agency>): Promise<Readonly<Agency> | null> {
    return successorId === null ? null : this.agencies.byId(successorId);
  }
}

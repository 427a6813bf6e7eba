import { Controller, Get, Query } from '@nestjs/common';
import { reach, staffActor } from '../../accounts/staff-actor.js';
import { figuresLinks } from '../../figures/figures-links.js';
import { FiguresQuestions } from '../../figures/figures-questions.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { ListedItems } from '../../figures/listed-items.query.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ListForm } from './list.form.js';
import { listView, PAGE_SIZE } from './list.view.js';

/** The list behind a number. */
@Staff('SUPERVISOR')
@Controller()
export class SupervisorListController {
  constructor(
    private readonly questions: FiguresQuestions,
    private readonly figures: FiguresService,
    private readonly items: ListedItems,
    private readonly translator: Translator,
  ) {}

  /** A question that cannot be answered goes back to the figures, where it is said what is wrong. */
  @Get(paths.supervisorList.route)
  async show(
    @Query() query: unknown,
    @CurrentStaff() staff: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page | Redirect> {
    const actor = staffActor(staff);
    const { value: form, ok } = readForm(ListForm, query);
    if (!ok) throw new DomainError('not-found', 'errors.invalid');
    const read = await this.questions.read(query, reach(actor, 'SUPERVISOR'));
    const addresses = {
      page: paths.supervisor,
      list: paths.supervisorList,
      agencies: paths.supervisorAgencies,
    };
    const links = figuresLinks(read, addresses);
    if (!read.question) return redirect(links.page({}));
    const hits = await this.figures.list(read.question, form);
    const first = ((form.page ?? 1) - 1) * PAGE_SIZE;
    const lines = await this.items.lines(hits.slice(first, first + PAGE_SIZE), actor);
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const view = listView({ form, lines, hits, agency: read.finding.chosen?.name ?? '' }, links, say);
    return page('supervisor/list', view);
  }
}

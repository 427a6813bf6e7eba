import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { covers, reach, staffActor, type StaffActor } from '../../accounts/staff-actor.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { downloadOf, suggestions, type Suggestion } from '../../figures/figures-answers.js';
import type { Goal } from '../../figures/figure-goal.js';
import { FigureGoals } from '../../figures/figure-goals.service.js';
import { figuresLinks } from '../../figures/figures-links.js';
import { figuresPageView } from '../../figures/figures-page.view.js';
import { FiguresQuestions, type ReadQuestion } from '../../figures/figures-questions.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

/** The figures of one's scope: supervisors open the list behind every number, oversight sees sums alone. */
@Staff('SUPERVISOR', 'OVERSIGHT')
@Controller()
export class SupervisorController {
  constructor(
    private readonly questions: FiguresQuestions,
    private readonly figures: FiguresService,
    private readonly directory: AgencyDirectory,
    private readonly goals: FigureGoals,
    private readonly translator: Translator,
  ) {}

  @Get(paths.supervisor.route)
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentStaff() staff: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | string> {
    const actor = staffActor(staff);
    const scope = reach(actor, 'SUPERVISOR', 'OVERSIGHT');
    const read = await this.questions.read(query, scope);
    const report = read.question && (await this.figures.report(read.question));
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const download = report && downloadOf(report, query['format'], say);
    if (download) {
      response.set(download.headers);
      return download.body;
    }
    const seesLists = opensLists(actor, read);
    const list = seesLists ? paths.supervisorList : null;
    const links = figuresLinks(read, {
      page: paths.supervisor,
      list,
      agencies: paths.supervisorAgencies,
    });
    const view = figuresPageView(read, report, await this.top(scope), links, say, await this.goal(read));
    const lede = seesLists ? 'figures.supervisor.lede' : 'figures.supervisor.ledeOversight';
    const model = { title: 'figures.supervisor.title', ...view, lede, action: paths.supervisor.to() };
    return page('supervisor/figures', model, read.question ? 200 : 422);
  }

  @Get(paths.supervisorAgencies.route)
  async agencies(
    @Query('q') question: unknown,
    @Query('on') day: unknown,
    @CurrentStaff() staff: SignedIn,
  ): Promise<{ results: Suggestion[] }> {
    const scope = reach(staffActor(staff), 'SUPERVISOR', 'OVERSIGHT');
    return { results: await suggestions(this.questions, question, day, scope) };
  }

  /** Judged by what held on the period's last day. */
  private async goal({ finding, question }: ReadQuestion): Promise<Goal | null> {
    return finding.chosen && question ? this.goals.of(finding.chosen, question.span.lastDay) : null;
  }

  private async top([path = '']: readonly string[]): ReturnType<AgencyDirectory['byId']> {
    return this.directory.byId(Number(path.split('/').at(-2)));
  }
}

/** Whether this person supervises the agency asked about, and does not merely see its sums. */
function opensLists(actor: StaffActor, { finding }: ReadQuestion): boolean {
  return finding.chosen !== null && covers(actor, 'SUPERVISOR', finding.chosen.path);
}

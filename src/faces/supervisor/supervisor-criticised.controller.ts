import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { reach, staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { criticisedCsv, criticisedHeaders } from '../../publication/criticised.csv.js';
import { CriticisedQuery, type CriticisedScope } from '../../publication/criticised.query.js';
import { CriticisedQuestions } from '../../publication/criticised-questions.service.js';
import { criticisedView } from '../../publication/criticised.view.js';

/** Which regulations are criticised most, of all items below one's own agencies: sums for supervisors and oversight alike. */
@Staff('SUPERVISOR', 'OVERSIGHT')
@Controller()
export class SupervisorCriticisedController {
  constructor(
    private readonly questions: CriticisedQuestions,
    private readonly criticised: CriticisedQuery,
    private readonly translator: Translator,
  ) {}

  @Get(paths.supervisorCriticised.route)
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentStaff() staff: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | string> {
    const read = this.questions.read(query);
    const rows = read.question && (await this.criticised.rows(read.question, scopeOf(staff)));
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    if (read.question && rows && query['format'] === 'csv') {
      response.set(criticisedHeaders(read.question));
      return criticisedCsv(rows, read.question, say);
    }
    const links = {
      page: paths.supervisorCriticised.to(),
      csv: read.question && paths.supervisorCriticised.to({ ...read.address, format: 'csv' }),
      row: ({ code }: { code: string }) => (code === '' ? null : paths.procedure.to({ code })),
    };
    return page('supervisor/criticised', criticisedView(read, rows, links, say), rows ? 200 : 422);
  }
}

function scopeOf(staff: SignedIn): CriticisedScope {
  const actor = staffActor(staff);
  return { staffId: actor.staffId, below: reach(actor, 'SUPERVISOR', 'OVERSIGHT') };
}

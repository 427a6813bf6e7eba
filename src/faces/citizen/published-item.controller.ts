import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Translator } from '../../platform/i18n/translator.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { Helped } from '../../publication/helped.service.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';
import { PublishedQuery } from '../../publication/published.query.js';
import { PublishedState } from '../../publication/published-state.query.js';
import { HelpedCookie } from './helped-cookie.js';
import { publishedItem } from './published-item.view.js';

const GONE = 410;

/** One published answer under its lasting address; what was taken back says so, what never was public is not found. */
@Public()
@Controller()
export class PublishedItemController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly state: PublishedState,
    private readonly helped: Helped,
    private readonly cookie: HelpedCookie,
    private readonly translator: Translator,
  ) {}

  @Get(paths.publishedItem.route)
  async show(
    @Param('number') number: string,
    @Visitor() { lang }: VisitorContext,
    @Req() request: Request,
  ): Promise<Page> {
    const answer = await this.answer(number);
    if (!answer) return this.gone(number);
    const said = this.cookie.has(request, answer.number);
    const helped = { times: await this.helped.times(answer.number), said };
    const say = this.translator.say.bind(this.translator);
    const model = publishedItem(answer, helped, (message) => say(message, lang), formatDay);
    return page('citizen/published-item', model);
  }

  /** “This answer helped me”: a number goes up, once for a browser, and nothing else is kept. */
  @Post(paths.publishedHelped.route)
  async help(
    @Param('number') number: string,
    @Visitor() { visitorId, address }: VisitorContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Redirect> {
    const answer = await this.answer(number);
    if (!answer) throw new DomainError('not-found', 'published.notFound');
    if (!this.cookie.has(request, answer.number))
      await this.helped.press(answer.number, visitorId ?? '', address);
    this.cookie.add(request, response, answer.number);
    const thanks = { tone: 'success', key: 'published.helped.thanks' } as const;
    return redirect(paths.publishedItem.to({ number: answer.number }), thanks);
  }

  private async answer(number: string): Promise<PublishedAnswer | null> {
    return isNumber(number) ? this.published.one(Number(number)) : null;
  }

  private async gone(number: string): Promise<Page> {
    const notice = isNumber(number) ? await this.state.notice(Number(number)) : null;
    if (!notice) throw new DomainError('not-found', 'published.notFound');
    return page('citizen/published-gone', { title: 'published.gone.title', notice }, GONE);
  }
}

const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

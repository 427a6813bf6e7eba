import { Controller, Get, Query } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { QueuePages } from './queue-pages.service.js';
import { sayIn } from './say.js';

/** The desk: what waits for this person. */
@Controller()
@Staff()
export class QueueController {
  constructor(
    private readonly pages: QueuePages,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerQueue.route)
  async show(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Query() query: unknown,
  ): Promise<Page> {
    const say = sayIn(this.translator, lang);
    const { page: model, ok } = await this.pages.show(query, staffActor(signedIn), say);
    return page('officer/queue', model, ok ? 200 : 422);
  }
}

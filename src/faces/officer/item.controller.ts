import { Controller, Get, Param, Query } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ItemPages } from './item-pages.service.js';
import { sayIn } from './say.js';

/** One item with everything that its officers need to know, and the steps that this person may take. */
@Controller()
@Staff()
export class ItemController {
  constructor(
    private readonly pages: ItemPages,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerItem.route)
  async show(
    @Param('code') code: string,
    @Query('tu') from: unknown,
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const say = sayIn(this.translator, lang);
    const model = await this.pages.show({ code, from }, staffActor(signedIn), say);
    if (!model) throw new DomainError('not-found', 'officer.item.notFound');
    return page('officer/item', model);
  }
}

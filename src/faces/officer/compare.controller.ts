import { Controller, Get, Param } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { comparePage } from './compare.view.js';
import { sayIn } from './say.js';
import { VisibleItems } from './visible-item.query.js';

/** Two items side by side, and the choice which of them goes on. */
@Controller()
@Staff()
export class CompareController {
  constructor(
    private readonly items: VisibleItems,
    private readonly clock: Clock,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerCompare.route)
  async show(
    @Param() { code, other }: { code: string; other: string },
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const [left, right] = [await this.items.byCode(code, actor), await this.items.byCode(other, actor)];
    if (!left || !right || left.item.id === right.item.id)
      throw new DomainError('not-found', 'officer.item.notFound');
    const today = dayOf(this.clock.now());
    const model = comparePage([left.item, right.item], actor, today, sayIn(this.translator, lang));
    return page('officer/compare', model);
  }
}

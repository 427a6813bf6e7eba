import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { RuleBook } from '../../routing/rule-book.service.js';
import { ListedRules } from './listed-rules.service.js';
import { RuleTrials } from './rule-trials.service.js';

type Step = (book: RuleBook, id: number, staffId: number) => Promise<void>;

/** What one press does to a rule, by its name in the address. */
const STEPS: Readonly<Record<string, { readonly done: string; readonly step: Step }>> = {
  len: { done: 'routing.admin.moved', step: (book, id, staffId) => book.move(id, 'up', staffId) },
  xuong: { done: 'routing.admin.moved', step: (book, id, staffId) => book.move(id, 'down', staffId) },
  bat: { done: 'routing.admin.switchedOn', step: (book, id, staffId) => book.switchOn(id, staffId) },
  tat: { done: 'routing.admin.switchedOff', step: (book, id, staffId) => book.switchOff(id, staffId) },
  xoa: { done: 'routing.admin.removed', step: (book, id, staffId) => book.remove(id, staffId) },
};

/** Order, switches and trials of the rules. */
@Controller()
@StaffOverAll('ADMIN')
export class RoutingStepsController {
  constructor(
    private readonly listed: ListedRules,
    private readonly book: RuleBook,
    private readonly trials: RuleTrials,
  ) {}

  @Get(paths.routingTrial.route)
  async tryAll(@CurrentStaff() admin: SignedIn, @Query() query: unknown): Promise<Page> {
    return this.trials.ofAll(admin, query);
  }

  @Get(paths.routingRuleTrial.route)
  async tryOne(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page> {
    return this.trials.ofOne(await this.listed.open(id), admin, query);
  }

  @Post(paths.routingRuleStep.route)
  async step(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Param('step') name: string,
  ): Promise<Redirect> {
    const rule = await this.listed.open(id);
    const known = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
    if (!known) throw new DomainError('not-found', 'errors.page.notFound.title');
    try {
      await known.step(this.book, rule.id, admin.staffId);
      return redirect(paths.routingRules.to(), { tone: 'success', key: known.done });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(paths.routingRules.to(), { tone: 'warning', key: error.key, params: error.params });
    }
  }
}

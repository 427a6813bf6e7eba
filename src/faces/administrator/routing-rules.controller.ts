import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { RuleBook } from '../../routing/rule-book.service.js';
import { RuleList } from '../../routing/rule-list.query.js';
import { ListedRules } from './listed-rules.service.js';
import { rulesPage } from './routing-list.view.js';
import { RoutingRuleForm } from './routing-rule.form.js';
import { rulePage } from './routing-rule.view.js';
import { RuleForms } from './rule-forms.service.js';

/** The ordered rules: the list, and the form of one. Order, switches and trials: `RoutingStepsController`. */
@Controller()
@StaffOverAll('ADMIN')
export class RoutingRulesController {
  constructor(
    private readonly listed: ListedRules,
    private readonly rules: RuleList,
    private readonly book: RuleBook,
    private readonly forms: RuleForms,
  ) {}

  @Get(paths.routingRules.route)
  async list(): Promise<Page> {
    const listed = await this.rules.all();
    return rulesPage(listed, await this.rules.namesFor(listed.map(({ rule }) => rule)));
  }

  @Get(paths.routingRuleNew.route)
  async blank(): Promise<Page> {
    return this.page(null, readForm(RoutingRuleForm, {}).value, {}, '');
  }

  @Post(paths.routingRuleNew.route)
  async add(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    return this.save(null, body, async ({ draft }) => {
      const id = await this.book.add(draft, admin.staffId);
      const flash = { tone: 'success', key: 'routing.admin.added', params: { name: draft.name } } as const;
      return redirect(paths.routingRuleTrial.to({ id }), flash);
    });
  }

  @Get(paths.routingRule.route)
  async edit(@Param('id') id: string): Promise<Page> {
    const rule = await this.listed.open(id);
    const { value } = readForm(RoutingRuleForm, await this.forms.typed(rule));
    return this.page(rule.id, value, {}, '');
  }

  @Post(paths.routingRule.route)
  async change(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const rule = await this.listed.open(id);
    return this.save(rule.id, body, async ({ draft, form }) => {
      await this.book.change(rule.id, versionOf(form), draft, admin.staffId);
      const flash = { tone: 'success', key: 'routing.admin.saved', params: { name: draft.name } } as const;
      return redirect(paths.routingRules.to(), flash);
    });
  }

  /** Everything that is wrong is said at once: shapes, what names nothing, and what the book refuses. */
  private async save(
    id: number | null,
    body: unknown,
    store: (read: { form: RoutingRuleForm } & Awaited<ReturnType<RuleForms['draftOf']>>) => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    const { value, errors } = readForm(RoutingRuleForm, body);
    const pressed = typeof body === 'object' && body !== null && 'find' in body ? body.find : undefined;
    if (typeof pressed === 'string') return this.page(id, value, {}, pressed);
    const read = await this.forms.draftOf(value, errors);
    const faults = { ...(await this.book.faultsOf(read.draft)), ...read.errors, ...errors };
    if (Object.keys(faults).length > 0) return this.page(id, value, faults, '');
    try {
      return await store({ ...read, form: value });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') return this.page(id, value, error.fields, '');
      if (error.kind !== 'conflict') throw error;
      return this.page(id, value, { name: { key: error.key, params: error.params } }, '');
    }
  }

  private async page(
    id: number | null,
    form: RoutingRuleForm,
    errors: FieldErrors,
    asked: string,
  ): Promise<Page> {
    const [findings, fields] = [await this.forms.findings(form, asked), await this.rules.fields()];
    return rulePage({ id, form, errors, findings, fields });
  }
}

/** A version that was never given is one that somebody else has left behind. */
function versionOf({ version }: RoutingRuleForm): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : 0;
}

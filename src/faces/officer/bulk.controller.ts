import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type StaffActor, staffActor } from '../../accounts/staff-actor.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { BulkDesk, type BulkStanding } from './bulk-desk.service.js';
import { BulkForm, MOST_ITEMS, readKey } from './bulk.form.js';
import { BulkRunner } from './bulk-runner.service.js';
import { backTo, bulkPage, bulkResultPage, type BulkTold } from './bulk.view.js';
import { addressOf, parseQuery, queryOf } from './queue-address.js';
import { QueueReader } from './queue-reader.service.js';
import { sayIn } from './say.js';

/** One step for many items of a list: asked first, then taken for each of them alone. */
@Controller()
@Staff()
export class BulkController {
  constructor(
    private readonly desk: BulkDesk,
    private readonly runner: BulkRunner,
    private readonly reader: QueueReader,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerBulk.route)
  async open(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
    @Query() query: unknown,
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const { form, ok, errors } = await this.read(query, actor);
    if (!ok || form.item.length === 0) return this.backWith(form, errors.item?.key);
    return this.page(form, await this.desk.standing(form, actor), actor, visitor, {}, 200);
  }

  @Post(paths.officerBulk.route)
  async take(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() visitor: VisitorContext,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const actor = staffActor(signedIn);
    const { form, ok, errors } = await this.read(body, actor);
    const isAboutItems = 'do' in errors || 'item' in errors || form.item.length === 0;
    if (isAboutItems) return this.backWith(form, errors.item?.key);
    const standing = await this.desk.standing(form, actor);
    if (form.find !== '') return this.page(form, standing, actor, visitor, {}, 200);
    if (!ok) return this.page(form, standing, actor, visitor, { errors }, 422);
    const asked = await this.desk.input(form, standing);
    if (Object.keys(asked.errors).length > 0)
      return this.page(form, standing, actor, visitor, { errors: asked.errors }, 422);
    if (asked.advice) {
      const { away, substitute } = asked.advice;
      const offered = Object.assign({}, form, { assignee: substitute.id, insist: String(away.id) });
      return this.page(offered, standing, actor, visitor, { advice: asked.advice }, 422);
    }
    const results = await this.runner.run(form.item.map(readKey), form.do, asked.input, actor);
    const back = { href: backTo(form.list), label: 'desk.bulk.back' };
    return page('officer/bulk-result', bulkResultPage(`lifecycle.action.${form.do}`, results, back));
  }

  /** The list is read and written anew, so that the way back is an address of ours. */
  private async read(sent: unknown, actor: StaffActor): Promise<ReadBulk> {
    const { value, errors, ok } = readForm(BulkForm, sent);
    const good = 'list' in errors ? '' : value.list;
    const list = good === '' ? '' : queryOf(addressOf(await this.reader.read(parseQuery(good), actor)));
    return { form: Object.assign({}, value, { list }), errors, ok };
  }

  private backWith({ list }: BulkForm, fault: string | undefined): Redirect {
    const key = fault === 'desk.bulk.tooMany' ? fault : 'desk.bulk.none';
    return redirect(backTo(list), { tone: 'warning', key, params: { most: MOST_ITEMS } });
  }

  private page(
    form: BulkForm,
    standing: BulkStanding,
    { staffId }: StaffActor,
    { lang }: VisitorContext,
    told: BulkTold,
    status: number,
  ): Page {
    const model = bulkPage(form, standing, staffId, told, sayIn(this.translator, lang));
    return page('officer/bulk', model, status);
  }
}

interface ReadBulk {
  readonly form: BulkForm;
  readonly errors: ReturnType<typeof readForm>['errors'];
  readonly ok: boolean;
}

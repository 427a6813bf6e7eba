import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { addDays, dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import type { Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type ReadForm, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AuditAsked } from './audit-asked.service.js';
import { AuditExport } from './audit-export.service.js';
import { AuditForm } from './audit.form.js';
import { AuditPages } from './audit-pages.service.js';
import { auditPage } from './audit.view.js';

/** What is shown before somebody asks for another period. */
const DAYS = 30;

/** Who looked at or changed what. */
@Controller()
@Staff('ADMIN')
export class AuditController {
  constructor(
    private readonly asked: AuditAsked,
    private readonly pages: AuditPages,
    private readonly exports: AuditExport,
    private readonly clock: Clock,
    private readonly translator: Translator,
  ) {}

  @Get(paths.auditTrail.route)
  async list(
    @CurrentStaff() admin: SignedIn,
    @Query() query: unknown,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const { value, errors } = this.read(query);
    const question = await this.asked.by(admin, value);
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const { lines, next } = await this.pages.page(question, value.sau, say);
    return auditPage(value, errors, lines, next);
  }

  /** By a form and not by a link: taking the trail away is a deed of its own, and stands in it. */
  @Post(paths.auditExport.route)
  @HttpCode(200)
  async export(
    @CurrentStaff() admin: SignedIn,
    @Body() body: unknown,
    @Visitor() { lang }: VisitorContext,
  ): Promise<StreamableFile | Page> {
    const { value, errors, ok } = this.read(body);
    // What cannot be understood would ask for nothing, which asks for everything.
    if (!ok) return auditPage(value, errors, [], null);
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    return this.exports.file(await this.asked.by(admin, value), admin, value, say);
  }

  /** The last days, unless a period was asked for; an empty field asks for all of it. */
  private read(sent: unknown): ReadForm<AuditForm> {
    const isAsked = typeof sent === 'object' && sent !== null && 'from' in sent;
    const from = addDays(dayOf(this.clock.now()), -DAYS);
    return readForm(AuditForm, isAsked ? sent : { ...(sent as object), from });
  }
}

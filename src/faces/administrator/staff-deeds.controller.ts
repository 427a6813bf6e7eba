import { Controller, Get, Param, Query } from '@nestjs/common';
import { Translator } from '../../platform/i18n/translator.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import type { Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AdministeredStaff } from './administered-staff.js';
import { AuditAsked } from './audit-asked.service.js';
import { AuditPages } from './audit-pages.service.js';
import { deedsPage } from './audit.view.js';

/** What one person did last. */
@Controller()
@Staff('ADMIN')
export class StaffDeedsController {
  constructor(
    private readonly administered: AdministeredStaff,
    private readonly asked: AuditAsked,
    private readonly pages: AuditPages,
    private readonly translator: Translator,
  ) {}

  @Get(paths.staffDeeds.route)
  async show(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Query('sau') after: unknown,
    @Visitor() { lang }: VisitorContext,
  ): Promise<Page> {
    const person = await this.administered.open(admin, id);
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    const place = typeof after === 'string' ? after : '';
    const { lines, next } = await this.pages.page(this.asked.ofPerson(admin, person.id), place, say);
    return deedsPage(person, lines, next);
  }
}

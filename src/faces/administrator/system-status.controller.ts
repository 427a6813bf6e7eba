import { Controller, Get, Post } from '@nestjs/common';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SystemMail } from './system-mail.service.js';
import { SystemSituation } from './system-situation.service.js';
import { systemStatusPage } from './system-status.view.js';

/** Keys, storage, mail and time, as far as they may be shown, and a letter to oneself. */
@Controller()
@StaffOverAll('ADMIN')
export class SystemStatusController {
  constructor(
    private readonly situation: SystemSituation,
    private readonly mail: SystemMail,
    private readonly translator: Translator,
  ) {}

  @Get(paths.systemStatus.route)
  async show(@CurrentStaff() admin: SignedIn, @Visitor() { lang }: VisitorContext): Promise<Page> {
    const say = (key: string, params = {}): string => this.translator.t(key, params, lang);
    return systemStatusPage(await this.situation.now(admin), say);
  }

  @Post(paths.testLetter.route)
  async tryOut(@CurrentStaff() admin: SignedIn): Promise<Redirect> {
    try {
      await this.mail.tryOut(admin);
      return redirect(paths.systemStatus.to(), { tone: 'success', key: 'authority.status.tried' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(paths.systemStatus.to(), { tone: 'warning', key: error.key });
    }
  }
}

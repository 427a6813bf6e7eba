import { Controller, Get, Param, Post } from '@nestjs/common';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { Settings } from '../../platform/config/settings.js';
import { OutboxTroubles } from '../../platform/outbox/outbox-troubles.service.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ItemCodes } from './item-codes.query.js';
import { outboxPage, SHOWN } from './outbox.view.js';

/** What could not be sent or done, why, and what a person decides about it. */
@Controller()
@StaffOverAll('ADMIN')
export class OutboxController {
  constructor(
    private readonly troubles: OutboxTroubles,
    private readonly codes: ItemCodes,
    private readonly settings: Settings,
  ) {}

  @Get(paths.outbox.route)
  async list(): Promise<Page> {
    const [rows, parked] = await Promise.all([this.troubles.list(SHOWN), this.troubles.count('PARKED')]);
    const codes = await this.codes.of(rows.map(({ payload }) => Number(payload.feedbackId)));
    return outboxPage(rows, codes, { parked, toFolder: this.settings.smtp === null });
  }

  @Post(paths.outboxRetryAll.route)
  async retryAll(@CurrentStaff() admin: SignedIn): Promise<Redirect> {
    const count = await this.troubles.retryParked(auditedStaff(admin));
    const flash = { tone: 'success', key: 'administrator.outbox.retriedAll', params: { count } } as const;
    return redirect(paths.outbox.to(), flash);
  }

  @Post(paths.outboxRetry.route)
  async retry(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    return told(await this.troubles.retry(idOf(id), auditedStaff(admin)), 'administrator.outbox.retried');
  }

  @Post(paths.outboxGiveUp.route)
  async giveUp(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    return told(await this.troubles.giveUp(idOf(id), auditedStaff(admin)), 'administrator.outbox.givenUp');
  }
}

function idOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Two people at one list: the second is told that there is nothing left to decide. */
function told(done: boolean, key: string): Redirect {
  const flash = done
    ? ({ tone: 'success', key } as const)
    : ({ tone: 'info', key: 'administrator.outbox.gone' } as const);
  return redirect(paths.outbox.to(), flash);
}

import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { StaffMail } from '../../accounts/staff-mail.service.js';
import { StaffQuery } from '../../accounts/staff.query.js';
import { type Declined, UnsubscribeLinks } from '../../correspondence/unsubscribe-links.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';

const WISHES = { digest: 'wantsDigest', reminders: 'wantsReminders' } as const;

/**
 * The link under mails that may be declined. Looking at it changes nothing, because mail scanners look at every link;
 * the button does, and so does the one click of a mail program (RFC 8058), which sends neither cookie nor token.
 */
@Controller()
@Public()
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly staff: StaffQuery,
    private readonly mail: StaffMail,
  ) {}

  @Get(paths.unsubscribe.route)
  async ask(@Param('token') token: string): Promise<Page> {
    const declined = this.links.read(token);
    if (!declined) throw new DomainError('not-found', 'errors.page.notFound.title');
    const person = await this.staff.byId(declined.staffId);
    return unsubscribePage(declined, token, person?.[WISHES[declined.list]] === false);
  }

  /** Answers with a page and not with a redirection, which mail programs do not follow. */
  @Post(paths.unsubscribe.route)
  @HttpCode(200)
  async decline(@Param('token') token: string): Promise<Page> {
    const declined = this.links.read(token);
    if (!declined) throw new DomainError('forbidden', 'errors.page.forbidden.text');
    await this.mail.decline(declined.staffId, WISHES[declined.list]);
    return unsubscribePage(declined, token, true);
  }
}

function unsubscribePage({ list }: Declined, token: string, isDone: boolean): Page {
  const what = { key: `accounts.mail.${list}` };
  return page('officer/unsubscribe', {
    title: 'accounts.unsubscribe.title',
    what,
    token,
    isDone,
  }).confidential();
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../platform/config/secrets.js';
import { Settings } from '../platform/config/settings.js';
import { paths } from '../platform/web/paths.js';
import type { MailList } from './letters.js';

const SHAPE = /^(\d{1,9})\.(digest|reminders)\.([\w-]{43})$/;

/** Who asks for no more of what. */
export interface Declined {
  readonly staffId: number;
  readonly list: MailList;
}

/** Addresses that end one kind of mail for one person, without signing in: whoever has the mail may end it. */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Buffer;

  constructor(
    private readonly settings: Settings,
    secrets: Secrets,
  ) {
    this.key = secrets.derive('unsubscribe');
  }

  /** Good for ever: old mails must still be able to end new ones. */
  to(staffId: number, list: MailList): string {
    const token = `${staffId}.${list}.${this.proof(staffId, list)}`;
    return `${this.settings.baseUrl}${paths.unsubscribe.to({ token })}`;
  }

  /** @returns null for what we never gave out. */
  read(token: string): Declined | null {
    const [, id = '', list = '', given = ''] = SHAPE.exec(token) ?? [];
    if (given === '') return null;
    const declined = { staffId: Number(id), list: list as MailList };
    const right = this.proof(declined.staffId, declined.list);
    return timingSafeEqual(Buffer.from(given), Buffer.from(right)) ? declined : null;
  }

  private proof(staffId: number, list: MailList): string {
    return createHmac('sha256', this.key).update(`${staffId}\n${list}`).digest('base64url');
  }
}

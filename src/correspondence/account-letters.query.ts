import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, MoreThan } from 'typeorm';
import { Invitation } from '../accounts/invitation.entity.js';
import { Invitations } from '../accounts/invitations.service.js';
import { StaffQuery, type StaffRow } from '../accounts/staff.query.js';
import { Settings } from '../platform/config/settings.js';
import { dayOf, formatDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';
import { paths } from '../platform/web/paths.js';
import type { Facts } from './letters.js';

/** What letters about accounts say, as it stands when they leave. */
@Injectable()
export class AccountLetters {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly staff: StaffQuery,
    private readonly invitations: Invitations,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @returns null where the invitation was accepted, withdrawn or replaced meanwhile. */
  async invitation(person: StaffRow, { sentAt }: OutboxPayload): Promise<Facts | null> {
    const alive = { staffId: person.id, sentAt: Number(sentAt), expiresAt: MoreThan(this.clock.now()) };
    const found = await this.reader.manager.findOneBy(Invitation, alive);
    if (!found) return null;
    const token = this.invitations.tokenOf(found);
    return {
      ...(await this.about(person, found.invitedById)),
      untilDay: formatDay(dayOf(found.expiresAt)),
      link: `${this.settings.baseUrl}${paths.invitation.to({ token })}`,
    };
  }

  async secondFactorReset(person: StaffRow, { byId }: OutboxPayload): Promise<Facts> {
    const link = `${this.settings.baseUrl}${paths.twoStep.to()}`;
    return { ...(await this.about(person, Number(byId))), link };
  }

  async test(person: StaffRow, { byId }: OutboxPayload): Promise<Facts> {
    const link = `${this.settings.baseUrl}${paths.systemStatus.to()}`;
    return { ...(await this.about(person, Number(byId))), link };
  }

  private async about({ name, username, agency }: StaffRow, byId: number): Promise<Facts> {
    return { name, username, agency, by: (await this.staff.byId(byId))?.name ?? '' };
  }
}

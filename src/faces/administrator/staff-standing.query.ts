import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Invitation } from '../../accounts/invitation.entity.js';
import { SecondFactor } from '../../accounts/second-factor.entity.js';
import { Colleagues } from '../../handling/colleagues.query.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

/** How an account stands, beside what its row says. */
export interface StaffStanding {
  /** A number, no content: whoever is suspended leaves work behind that somebody has to take over. */
  readonly openItems: number;
  readonly hasSecondFactor: boolean;
  /** Epoch ms until when an invitation may be accepted; null where none is open. */
  readonly invitedUntil: number | null;
}

@Injectable()
export class StaffStandings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  async of(staffId: number, admin: SignedIn): Promise<StaffStanding> {
    const { manager } = this.source;
    const open = await this.colleagues.openItems([staffId], admin.staffId);
    const invitation = await manager.findOneBy(Invitation, { staffId });
    const isOpen = invitation !== null && invitation.expiresAt > this.clock.now();
    return {
      openItems: open.get(staffId) ?? 0,
      hasSecondFactor: await manager.existsBy(SecondFactor, { staffId }),
      invitedUntil: isOpen ? invitation.expiresAt : null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { OutboxTroubles } from '../../platform/outbox/outbox-troubles.service.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SystemClockwork } from './system-clockwork.query.js';
import { MAIL_TOPICS, mailServer, SystemMail } from './system-mail.service.js';
import type { SystemStatus } from './system-status.js';
import { SystemStorage } from './system-storage.query.js';

/** How the installation stands at this moment. */
@Injectable()
export class SystemSituation {
  constructor(
    private readonly clockwork: SystemClockwork,
    private readonly storage: SystemStorage,
    private readonly troubles: OutboxTroubles,
    private readonly mail: SystemMail,
    private readonly settings: Settings,
  ) {}

  async now(admin: SignedIn): Promise<SystemStatus> {
    const { smtp, mailFrom } = this.settings;
    return {
      keys: this.clockwork.keys(),
      storage: await this.storage.now(),
      outbox: {
        oldest: await this.troubles.oldestDue(),
        parked: await this.troubles.count('PARKED'),
        failing: await this.troubles.count('WAITING'),
      },
      mail: {
        server: mailServer(this.settings),
        encrypted: smtp !== null && ['implicit', 'required'].includes(smtp.tls),
        from: mailFrom.address,
        lastSent: await this.troubles.lastDone(MAIL_TOPICS),
        ownAddress: await this.mail.ownAddress(admin),
      },
      time: await this.clockwork.time(),
    };
  }
}

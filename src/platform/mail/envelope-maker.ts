import { Injectable } from '@nestjs/common';
import { Secrets } from '../config/secrets.js';
import { Settings } from '../config/settings.js';
import { authorityIdentity } from '../installation/authority-identity.js';
import { Choices } from '../installation/choices.service.js';
import { Clock } from '../kernel/clock.js';
import type { Envelope } from './compose-mail.js';
import { messageId } from './message-id.js';

/** From whom mail comes: the address of the settings, under the name that the authority has given itself. */
@Injectable()
export class EnvelopeMaker {
  private readonly idOf: (key: string) => string;

  constructor(
    private readonly settings: Settings,
    private readonly choices: Choices,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    const secret = secrets.derive('message-id');
    const host = settings.mailFrom.address.replace(/^.*@/, '');
    this.idOf = (key) => messageId(key, secret, host);
  }

  async make(): Promise<Envelope> {
    const { mailFrom } = this.settings;
    const { name } = await this.choices.get(authorityIdentity);
    return { sender: { ...mailFrom, name: name || mailFrom.name }, now: this.clock.now(), idOf: this.idOf };
  }
}

import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Secrets } from '../config/secrets.js';
import { Settings } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import type { Envelope } from './compose-mail.js';
import { FolderMailer } from './folder-mailer.js';
import { Mailer } from './mailer.js';
import { messageId } from './message-id.js';
import { SmtpMailer } from './smtp-mailer.js';

/** Mail to the server of SMTP_URL, or into the folder `mail` beside the data where none is set. */
@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [Settings, Secrets, Clock],
      useFactory: (settings: Settings, secrets: Secrets, clock: Clock): Mailer => {
        const envelope = envelopeOf(settings, secrets, clock);
        return settings.smtp === null
          ? new FolderMailer(join(settings.dataDir, 'mail'), envelope)
          : new SmtpMailer(settings.smtp, envelope);
      },
    },
  ],
  exports: [Mailer],
})
export class MailModule {}

function envelopeOf({ mailFrom }: Settings, secrets: Secrets, clock: Clock): () => Envelope {
  const secret = secrets.derive('message-id');
  const host = mailFrom.address.replace(/^.*@/, '');
  const idOf = (key: string): string => messageId(key, secret, host);
  return () => ({ sender: mailFrom, now: clock.now(), idOf });
}

import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Secrets } from '../config/secrets.js';
import { Settings } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { OutboxWorker } from '../outbox/outbox-worker.js';
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
      inject: [Settings, Secrets, Clock, OutboxWorker],
      useFactory: (settings: Settings, secrets: Secrets, clock: Clock, worker: OutboxWorker): Mailer => {
        const envelope = envelopeOf(settings, secrets, clock);
        if (settings.smtp === null) return new FolderMailer(join(settings.dataDir, 'mail'), envelope);
        const mailer = new SmtpMailer(settings.smtp, envelope);
        worker.whenStopping(() => {
          mailer.finish();
        });
        return mailer;
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

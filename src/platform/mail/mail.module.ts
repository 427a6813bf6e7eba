import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Settings } from '../config/settings.js';
import { OutboxWorker } from '../outbox/outbox-worker.js';
import type { Envelope } from './compose-mail.js';
import { EnvelopeMaker } from './envelope-maker.js';
import { FolderMailer } from './folder-mailer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** Mail to the server of SMTP_URL, or into the folder `mail` beside the data where none is set. */
@Global()
@Module({
  providers: [
    EnvelopeMaker,
    {
      provide: Mailer,
      inject: [Settings, EnvelopeMaker, OutboxWorker],
      useFactory: (settings: Settings, maker: EnvelopeMaker, worker: OutboxWorker): Mailer => {
        const envelope = (): Promise<Envelope> => maker.make();
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

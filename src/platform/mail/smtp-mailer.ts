import type { SmtpTarget } from '../config/mail-settings.js';
import { composeMail, type Envelope } from './compose-mail.js';
import type { MailMessage } from './mail-message.js';
import { Mailer } from './mailer.js';
import { SmtpSession } from './smtp-session.js';

/** What is under way when the process must end may take so long; then its line is cut and it is tried again later. */
const GRACE = 5_000;

/** Hands each mail to the server that SMTP_URL names, over a connection of its own. */
export class SmtpMailer extends Mailer {
  private readonly open = new Set<SmtpSession>();

  constructor(
    private readonly target: SmtpTarget,
    private readonly envelope: () => Promise<Envelope>,
  ) {
    super();
  }

  async send(mail: MailMessage): Promise<void> {
    const composed = await composeMail(mail, await this.envelope());
    const session = new SmtpSession(this.target, composed.from.replace(/^.*@/, ''));
    this.open.add(session);
    try {
      await session.deliver(composed);
    } finally {
      this.open.delete(session);
    }
  }

  /** Nothing is kept here. */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  /** The process is to end: what hangs is cut off in time for its failure to be written down. */
  finish(): void {
    setTimeout(() => {
      for (const session of this.open) session.abort();
    }, GRACE).unref();
  }
}

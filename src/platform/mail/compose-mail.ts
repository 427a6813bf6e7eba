import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailSender } from '../config/mail-settings.js';
import { cleanLine } from '../kernel/clean-text.js';
import { deliverable } from './mail-address.js';
import type { MailMessage } from './mail-message.js';

/** A mail as it goes over the line. */
export interface ComposedMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

export interface Envelope {
  readonly sender: MailSender;
  /** Epoch ms, for the Date header. */
  readonly now: number;
  /** Makes Message-IDs of keys. */
  readonly idOf: (key: string) => string;
}

/**
 * Builds the MIME message: text and HTML, Vietnamese in every header intact (RFC 2047), replies in one thread.
 * @throws PermanentFault for an address that no mail can go to.
 */
export async function composeMail(mail: MailMessage, { sender, now, idOf }: Envelope): Promise<ComposedMail> {
  const to = deliverable(mail.to);
  const thread = mail.thread === null || mail.thread === mail.key ? null : idOf(mail.thread);
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: to },
    // One line, without characters that hide or turn text: a header cannot be begun inside it.
    subject: cleanLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: idOf(mail.key),
    date: new Date(now),
    ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(mail) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { from: sender.address, to, raw };
}

/** One click of the mail program, as RFC 8058 wants it; the page behind the address serves people as well. */
function unsubscribing({ unsubscribe }: MailMessage): Record<string, string> {
  if (unsubscribe === null) return {};
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

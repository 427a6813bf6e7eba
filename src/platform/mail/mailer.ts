import type { MailMessage } from './mail-message.js';

/** Sends one mail. Called by handlers of the outbox that run outside units of work, never by a request. */
export abstract class Mailer {
  /**
   * Returns when the mail is in other hands (the server took it, or the file is on the disk).
   * @throws PermanentFault for what no repetition will mend; Error for what may go better later.
   */
  abstract send(mail: MailMessage): Promise<void>;

  /** Forgets the mails whose key begins so, where mails are kept; what a server took is out of our hands. */
  abstract forget(keyBeginning: string): Promise<void>;
}

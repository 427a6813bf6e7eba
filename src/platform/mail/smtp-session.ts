import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpTarget } from '../config/mail-settings.js';
import type { ComposedMail } from './compose-mail.js';
import { mailFault, type SmtpFailure } from './mail-fault.js';

/** A server that answers every timeout with one more byte is given up after so many of them. */
const LONGEST = 3;

/**
 * One letter over one connection. Every wait is bounded: for the connection, the greeting, every answer, and for all
 * of it together, so that a hanging server costs a minute at the most.
 */
export class SmtpSession {
  private readonly connection: SMTPConnection;
  private ended = false;

  constructor(
    private readonly target: SmtpTarget,
    /** How we introduce ourselves: the host of the sender's address. */
    ownName: string,
  ) {
    const { host, port, tls, timeout } = target;
    this.connection = new SMTPConnection({
      ...{ host, port, name: ownName, secure: tls === 'implicit', ignoreTLS: tls === 'none' },
      requireTLS: tls === 'required',
      ...{
        connectionTimeout: timeout,
        greetingTimeout: timeout,
        socketTimeout: timeout,
        dnsTimeout: timeout,
      },
      tls: { minVersion: 'TLSv1.2' },
    });
  }

  /** @throws as `Mailer.send`. */
  async deliver(mail: ComposedMail): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        fail({ code: 'ETIMEDOUT' });
      }, this.target.timeout * LONGEST);
      const end = (settle: () => void): void => {
        if (this.ended) return;
        this.ended = true;
        clearTimeout(late);
        settle();
      };
      const fail = (failure: SmtpFailure): void => {
        end(() => {
          reject(mailFault(failure));
        });
        this.connection.close();
      };
      // Errors after the end are nobody's: the answer was given.
      this.connection.on('error', fail);
      this.connection.once('end', () => {
        fail({ code: 'ECONNECTION' });
      });
      this.converse(mail, fail, () => {
        end(resolve);
        this.connection.quit();
      });
    });
  }

  /** Cuts the line: the letter counts as not sent. */
  abort(): void {
    this.connection.close();
  }

  private converse(mail: ComposedMail, fail: (failure: SmtpFailure) => void, done: () => void): void {
    const { connection } = this;
    const send = (): void => {
      connection.send({ from: mail.from, to: [mail.to], size: mail.raw.length }, mail.raw, (error) => {
        if (error) fail(error);
        else done();
      });
    };
    connection.connect((error) => {
      if (error) {
        fail(error);
        return;
      }
      const { auth } = this.target;
      if (auth === null) {
        send();
        return;
      }
      connection.login({ credentials: auth }, (refused) => {
        if (refused) fail(refused);
        else send();
      });
    });
  }
}

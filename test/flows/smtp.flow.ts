import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { readSmtpUrl } from '../../src/platform/config/mail-settings.js';
import { SmtpMailer } from '../../src/platform/mail/smtp-mailer.js';
import { MailPeer } from '../support/mail-peer.js';

const mail = {
  ...{ key: 'smtp:1', to: 'dao@nha.example', thread: null, unsubscribe: null },
  ...{ subject: 'Chào', text: 'Chào', html: '<p>Chào</p>' },
};

/** Needs no database: what is agreed with the server before a letter is handed over. */
describe('the conversation with the mail server', () => {
  let peer: MailPeer;
  // The peer warns of its own certificate, which is what the test wants.
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => peer.goDown());

  async function send(
    options: Parameters<typeof MailPeer.open>[0],
    credentials: string,
    tls: string,
  ): Promise<void> {
    peer = await MailPeer.open(options);
    const target = readSmtpUrl(
      'SMTP_URL',
      `smtp://${credentials}127.0.0.1:${peer.port}?timeout=2&tls=${tls}`,
    );
    if (!target) throw new Error('no target');
    const sender = { name: 'Lắng Nghe', address: 'pakn@example.gov.vn' };
    const envelope = { sender, now: 0, idOf: (key: string) => `<${key}@example.gov.vn>` };
    const mailer = new SmtpMailer(target, () => Promise.resolve(envelope));
    await mailer.send(mail);
  }
  const known: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      if (username === 'pakn@sở' && password === 'm@t:khẩu') done(null, { user: 'pakn' });
      else done(new Error('no'));
    },
  };
  const offering = { disabledCommands: [] };

  it('shows user and password, whatever letters they have', async () => {
    await send(known, `${encodeURIComponent('pakn@sở')}:${encodeURIComponent('m@t:khẩu')}@`, 'none');
    expect(peer.taken()).toHaveLength(1);
  });

  it('a wrong password puts the letter off, and is not repeated in the reason', async () => {
    const refused = send(known, 'pakn:saimatkhau@', 'none');
    await expect(refused).rejects.toThrow(/^later 535/);
    await expect(refused).rejects.not.toThrow(/saimatkhau|pakn/);
  });

  it('a password never goes over an open line', async () => {
    await expect(send(known, 'pakn:matkhau@', 'auto')).rejects.toThrow(/^(later|unreachable)/);
    expect(peer.taken()).toEqual([]);
  });

  it('a certificate that nobody vouches for gets no letter, and the letter waits', async () => {
    await expect(send(offering, '', 'required')).rejects.toThrow(/^unreachable/);
    await peer.goDown();
    await expect(send(offering, '', 'auto')).rejects.toThrow(/^unreachable/);
    expect(peer.taken()).toEqual([]);
  });

  it('a server of one’s own without a certificate is told so in the setting', async () => {
    await send(offering, '', 'none');
    expect(peer.taken()).toHaveLength(1);
  });
});

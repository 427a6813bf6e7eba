import { describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { PermanentFault } from '../outbox/permanent-fault.js';
import { composeMail } from './compose-mail.js';
import type { MailMessage } from './mail-message.js';
import { messageId } from './message-id.js';

const secret = Buffer.alloc(32, 7);
const envelope = {
  sender: { name: 'Tiếp nhận, phản ánh', address: 'pakn@example.gov.vn' },
  now: Date.parse('2026-03-10T08:00:00+07:00'),
  idOf: (key: string) => messageId(key, secret, 'example.gov.vn'),
};
const mail: MailMessage = {
  ...{ key: 'a:1', to: 'dao@nha.example', thread: 'a:0', unsubscribe: null },
  ...{
    subject: 'Đã nhận phản ánh, kiến nghị',
    text: 'Kính gửi Ông/Bà\n.\ncuối',
    html: '<p>Kính gửi Ông/Bà</p>',
  },
};
const read = async (changes: Partial<MailMessage>) => {
  const { raw } = await composeMail({ ...mail, ...changes }, envelope);
  return { raw: raw.toString('latin1'), mail: await PostalMime.parse(raw) };
};

describe('a mail', () => {
  it('has every letter of Vietnamese intact, in headers and both parts', async () => {
    const { raw, mail: got } = await read({});
    expect([got.subject, got.from?.name]).toEqual([mail.subject, envelope.sender.name]);
    expect(got.text?.replace(/\r\n/g, '\n').trim()).toBe(mail.text);
    expect(got.html?.trim()).toBe(mail.html);
    expect(raw.split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]+$/);
    expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  it('has one name however often it is built, and refers to the first of its thread', async () => {
    const one = await read({});
    const two = await read({ subject: 'Khác' });
    const other = await read({ key: 'a:2' });
    const first = await read({ key: 'a:0' });
    expect(one.mail.messageId).toBe(two.mail.messageId);
    expect(one.mail.messageId).not.toBe(other.mail.messageId);
    expect(one.mail.messageId).toMatch(/^<[0-9a-f]{32}@example\.gov\.vn>$/);
    expect([one.mail.inReplyTo, one.mail.references]).toEqual([first.mail.messageId, first.mail.messageId]);
    expect(first.mail.inReplyTo).toBeUndefined();
  });

  it('cannot be given headers through its subject', async () => {
    const { raw, mail: got } = await read({ subject: 'Chào\r\nBcc: x@y.example\n\n<b>' });
    expect(got.subject).toBe('Chào Bcc: x@y.example <b>');
    expect(raw).not.toMatch(/^Bcc:/im);
  });

  it('can be declined by one click where it says so', async () => {
    const { mail: got } = await read({ unsubscribe: 'https://pakn.example.gov.vn/thu/ngung/1.digest.x' });
    const header = (name: string) => got.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe('<https://pakn.example.gov.vn/thu/ngung/1.digest.x>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it.each([
    '',
    'nobody',
    'đào@nha.example',
    'a@b.example, c@d.example',
    'a b@c.example',
    'a@b.example\nBcc: c@d.example',
    '<a@b.example>',
    'a'.repeat(250) + '@b.example',
  ])('to %j is refused for good', async (to) => {
    await expect(composeMail({ ...mail, to }, envelope)).rejects.toThrow(PermanentFault);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PermanentFault } from '../outbox/permanent-fault.js';
import { mailFault, type SmtpFailure } from './mail-fault.js';

describe('a failure of the mail server', () => {
  it.each<[SmtpFailure, string]>([
    [
      {
        code: 'EENVELOPE',
        command: 'RCPT TO',
        responseCode: 550,
        response: '550 5.1.1 <an@nha.example> unknown',
      },
      'refused 550 5.1.1 RCPT TO',
    ],
    [
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 no' },
      'refused 553 MAIL FROM',
    ],
    [
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.7.1 spam' },
      'refused 554 5.7.1 DATA',
    ],
    [{ code: 'EMESSAGE', command: 'MAIL FROM' }, 'unsendable EMESSAGE'],
  ])('%j ends the letter', (failure, message) => {
    const fault = mailFault(failure);
    expect(fault).toBeInstanceOf(PermanentFault);
    expect(fault.message).toBe(message);
  });

  it.each<[SmtpFailure, string]>([
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.3.0 later' },
      'later 451 4.3.0 RCPT TO',
    ],
    [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 no service' }, 'later 554 CONN'],
    // A wrong password is ours to mend, and no reason to put every letter aside.
    [
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' },
      'later 535 5.7.8 AUTH PLAIN',
    ],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'unreachable ECONNECTION'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'hanging ETIMEDOUT'],
    [{}, 'unreachable unknown'],
  ])('%j passes', (failure, message) => {
    const fault = mailFault(failure);
    expect(fault).not.toBeInstanceOf(PermanentFault);
    expect(fault.message).toBe(message);
  });

  it('never repeats what the server wrote: it holds addresses', () => {
    const response = '550 5.1.1 <an@nha.example> unknown here, ask chi@nha.example';
    expect(mailFault({ command: 'RCPT TO', responseCode: 550, response }).message).not.toContain('@');
  });
});

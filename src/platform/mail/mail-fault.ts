import { PermanentFault } from '../outbox/permanent-fault.js';

/** What nodemailer's connection tells about a failure. */
export interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Steps in which the server judges this letter; before them a refusal is about us, and will be mended for all letters. */
const ABOUT_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA', 'API'];
/** Found before a word was said to the server. */
const OUR_OWN = ['EENVELOPE', 'EMESSAGE'];

/**
 * Sorts a failure into those that end the letter and those that pass. What the server wrote is left out, because it
 * repeats addresses: its numbers say enough.
 * @returns a PermanentFault (`refused 550 5.1.1 RCPT TO`), or an Error for another try (`later 451 4.3.0 DATA`,
 *   `unreachable ECONNREFUSED`, `hanging CONN`).
 */
export function mailFault({
  code = 'unknown',
  command = '',
  responseCode,
  response = '',
}: SmtpFailure): Error {
  const aboutTheLetter = ABOUT_THE_LETTER.includes(command);
  if (responseCode === undefined) {
    if (OUR_OWN.includes(code) && aboutTheLetter) return new PermanentFault(`unsendable ${code}`);
    return new Error(`${code === 'ETIMEDOUT' ? 'hanging' : 'unreachable'} ${code}`);
  }
  const [enhanced = ''] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response) ?? [];
  const said = [responseCode, enhanced, command].filter((part) => part !== '').join(' ');
  const isPermanent = responseCode >= 500 && responseCode < 600 && aboutTheLetter;
  return isPermanent ? new PermanentFault(`refused ${said}`) : new Error(`later ${said}`);
}

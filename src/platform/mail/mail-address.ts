import { isEmail } from 'class-validator';
import { PermanentFault } from '../outbox/permanent-fault.js';

const LONGEST = 254;

/**
 * @returns the address, fit for a header and an SMTP command.
 * @throws PermanentFault for anything else: accents before the @, blanks, line ends, lists of addresses.
 */
export function deliverable(address: string): string {
  const isPlain = /^[\x21-\x7e]+@[^\s@]+$/.test(address) && !/[<>()[\]\\,;:"]/.test(address);
  if (!isPlain || address.length > LONGEST || !isEmail(address)) throw new PermanentFault('address');
  return address;
}

import { isEmail } from 'class-validator';
import { PermanentFault } from '../outbox/permanent-fault.js';

const LONGEST = 254;

/** @returns whether mail can be sent there: one plain address, without accents before the @, quotes or blanks. */
export function isDeliverable(address: string): boolean {
  const isPlain = /^[\x21-\x7e]+@[^\s@]+$/.test(address) && !/[<>()[\]\\,;:"]/.test(address);
  return isPlain && address.length <= LONGEST && isEmail(address);
}

/**
 * @returns the address, fit for a header and an SMTP command.
 * @throws PermanentFault for anything else: accents before the @, blanks, line ends, lists of addresses.
 */
export function deliverable(address: string): string {
  if (!isDeliverable(address)) throw new PermanentFault('address');
  return address;
}

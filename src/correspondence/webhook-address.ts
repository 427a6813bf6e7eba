import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.js';
import { WebhookFault } from './webhook-fault.js';

/** What partners' servers listen on; other ports are those of databases, mail and consoles. */
const PORTS: readonly string[] = ['', '443', '8443'];
const LONGEST = 500;
/** Names that a resolver answers from inside, whatever the internet says. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/;

/** Whether messages may go to the machine itself, by plain http and on any port: demo and tests alone. */
export interface WebhookRules {
  readonly loopback: boolean;
}

/**
 * @param text as an administrator typed it. Hosts in decimal, octal or hexadecimal are read as the addresses they are.
 * @returns the address to send to. Where its name leads is asked again each time something is sent.
 * @throws WebhookFault `address` for no https address, one with a user name, a foreign port or a fragment;
 *   `private` for a place inside a network.
 */
export function webhookAddress(text: string, { loopback }: WebhookRules): URL {
  const url = text.length <= LONGEST ? URL.parse(text) : null;
  if (url === null) throw new WebhookFault('address');
  const host = hostOf(url);
  if (loopback && (host === 'localhost' || isLoopback(host)) && /^https?:$/.test(url.protocol)) return url;
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  if (url.protocol !== 'https:' || !isPlain || !PORTS.includes(url.port)) throw new WebhookFault('address');
  if (isIP(host) === 0) {
    if (INSIDE.test(host)) throw new WebhookFault('private');
    if (!host.includes('.')) throw new WebhookFault('address');
  } else if (!isPublicAddress(host)) throw new WebhookFault('private');
  return url;
}

/** @returns the name or address without brackets and without the dots at the end; one says “no search domain”. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '');
}

/** @throws WebhookFault private, where one of the addresses that a name stands for is no public one. */
export function checkResolved(addresses: readonly string[], { loopback }: WebhookRules): void {
  const isOpen = (address: string): boolean => isPublicAddress(address) || (loopback && isLoopback(address));
  if (!addresses.every(isOpen)) throw new WebhookFault('private');
}

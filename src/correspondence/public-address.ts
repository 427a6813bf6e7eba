import { BlockList, isIP } from 'node:net';

/**
 * Networks that are not the public internet, or lead back into one's own: “this” network, private, shared (CGNAT),
 * loopback, link-local with the clouds' metadata, documentation, benchmarking, multicast, reserved; in IPv6 also what
 * wraps an IPv4 address (mapped, NAT64, 6to4, Teredo), which would be another name for one of these.
 * Source: IANA special-purpose address registries.
 */
const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Everything but 2000::/3, and of that what is not to be reached or wraps another address. */
const V6 = ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Apart, because Node compares an IPv4 address with the IPv6 networks that could wrap it. */
const CLOSED = { ipv4: listOf(V4, 'ipv4'), ipv6: listOf(V6, 'ipv6') };

function listOf(subnets: readonly string[], type: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/');
    list.addSubnet(network, Number(prefix), type);
  }
  return list;
}

/** @returns whether the text is an address of the public internet; never for what is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  const type = version === 6 ? 'ipv6' : 'ipv4';
  return version !== 0 && !address.includes('%') && !CLOSED[type].check(address, type);
}

/** @returns whether the address is the machine itself: for trying things out, never in production. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

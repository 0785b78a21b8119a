import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Of IPv6, in groups of 16 bits: whoever has an address has all of its /64. */
const NETWORK = 4;

/** What tries from one place have in common: an address, or for IPv6 its network. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = MAPPED.exec(plain)?.[1];
  return isIPv6(plain) && mapped === undefined
    ? `${groupsOf(plain).slice(0, NETWORK).join(':')}::/64`
    : (mapped ?? plain);
}

/** All eight, `::` written out. */
function groupsOf(address: string): string[] {
  // A URL writes an address in one form only.
  const [head = [], tail = []] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const missing = 8 - head.length - tail.length;
  return [...head, ...Array<string>(missing).fill('0'), ...tail];
}

import { BlockList, isIP } from 'node:net';
import { say } from '../../locales/index.js';

const computer = new BlockList();
computer.addSubnet('127.0.0.0', 8, 'ipv4');
computer.addAddress('::1', 'ipv6');

/** What is not routed on the Internet: RFC 1918, 3927, 4193, 4291. */
const network = new BlockList();
network.addSubnet('10.0.0.0', 8, 'ipv4');
network.addSubnet('172.16.0.0', 12, 'ipv4');
network.addSubnet('192.168.0.0', 16, 'ipv4');
network.addSubnet('169.254.0.0', 16, 'ipv4');
network.addSubnet('fc00::', 7, 'ipv6');
network.addSubnet('fe80::', 10, 'ipv6');

/** Where an address is, as far as it says. An IPv4 address may be written as one of IPv6. */
export function placeWords(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const version = isIP(plain);
  if (version === 0) return say('credentials.place-unknown');
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (computer.check(plain, family)) return say('credentials.place-computer');
  else if (network.check(plain, family)) return say('credentials.place-network', { address: plain });
  else return plain;
}

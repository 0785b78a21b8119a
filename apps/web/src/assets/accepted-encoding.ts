import type { Encoding } from './asset.js';

/** The smallest of our encodings that an Accept-Encoding header allows. */
export function acceptedEncoding(header: string): Encoding {
  const accepted = header.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part));
  const names = accepted.map((part) => part.replace(/;.*/, '').trim().toLowerCase());
  if (names.includes('br')) return 'br';
  else return names.includes('gzip') ? 'gzip' : 'identity';
}

import { negotiate } from '@fastify/accept-negotiator';
import type { Encoding } from './asset.js';

/** From the smallest to the largest. */
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity'];

/**
 * The encoding that an Accept-Encoding header prefers; of those that it likes equally, the smallest. The library that
 * decides it is the one that decides for the pages, in @fastify/compress.
 */
export function acceptedEncoding(header: string): Encoding {
  // The library takes names as they are written; RFC 9110 (8.4.1) says that they are the same in capitals.
  return negotiate(header.toLowerCase(), ENCODINGS) ?? 'identity';
}

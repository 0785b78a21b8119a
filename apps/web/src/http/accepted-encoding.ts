import { negotiate } from '@fastify/accept-negotiator';

/**
 * The encoding of these that an Accept-Encoding header prefers; of those that it likes equally, the first. The library
 * that decides it is the one that decides for the other pages, in @fastify/compress.
 */
export function acceptedEncoding<Offered extends string>(
  header: string | undefined,
  offered: readonly Offered[],
): Offered | 'identity' {
  // The library takes names as they are written; RFC 9110 (8.4.1) says that they are the same in capitals.
  return negotiate((header ?? '').toLowerCase(), [...offered]) ?? 'identity';
}

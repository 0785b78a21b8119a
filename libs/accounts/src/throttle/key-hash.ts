import { createHash } from 'node:crypto';

/** By what something is counted. Nobody reads in the table who has tried what: names and addresses are only in the hash. */
export function keyHashOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

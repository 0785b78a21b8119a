import { hash, randomBytes } from 'node:crypto';

/** 256 bits, which nobody guesses. */
const BYTES = 32;

/** What only its holder has, as text for cookies and addresses. The database keeps its hash. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** A fast hash does for what cannot be guessed. */
export function hashOfSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

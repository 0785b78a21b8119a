import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** As PostgreSQL does by default. */
const ITERATIONS = 4_096;

/**
 * What PostgreSQL keeps instead of a password (SCRAM-SHA-256, RFC 5803), and takes in the place of one. Made by whoever has
 * the password, so that no log of the server, and nobody who listens on the way, ever gets to know it.
 */
export function passwordVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

import { generateKeyPair, randomInt } from 'node:crypto';
import { promisify } from 'node:util';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A random password that no shell, URL or YAML reads as anything else: 32 letters and digits are 190 bits. */
export function password(length = 32) {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** An RSA key as `ssh-keygen -t rsa -m PEM` writes it, which is what Concourse reads. */
export async function rsaKey() {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    publicKey: openSsh(publicKey.export({ format: 'jwk' })),
  };
}

/** The line of an `authorized_keys` file (RFC 4253, 6.6). */
function openSsh({ e, n }) {
  const parts = [Buffer.from('ssh-rsa'), integer(e), integer(n)];
  return `ssh-rsa ${Buffer.concat(parts.map(withLength)).toString('base64')}`;
}

/** A positive integer: a zero goes before a first bit that would read as a minus. */
function integer(base64url) {
  const bytes = Buffer.from(base64url, 'base64url');
  return bytes[0] < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}

function withLength(bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** The least that OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one lane. Some 80 ms. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const SALT_LENGTH = 16;

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** The hash of a password in the form of the PHC, which says how it was made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_LENGTH);
  const tag = await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce: salt });
  return formatted(salt, tag);
}

/** Of no password: it takes as long to compare with as any. */
export function decoyHash(): string {
  return formatted(randomBytes(SALT_LENGTH), randomBytes(COST.tagLength));
}

function formatted(salt: Buffer, tag: Buffer): string {
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** @throws Error when the hash has another form: it was not made here */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = FORM.exec(hash) ?? [];
  if (memory === undefined) throw new Error('The hash of a password has an unknown form');
  const expected = Buffer.from(tag, 'base64');
  const derived = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(derived, expected);
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

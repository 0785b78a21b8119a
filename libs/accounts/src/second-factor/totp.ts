import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every app can do; most ignore an address that asks for anything else. */
const FORM = { issuer: 'Garbanzo', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** As long as the hash, as RFC 4226 recommends. */
const KEY_BYTES = 20;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** The key as somebody can type it into an app: base32, in groups of four. */
export function keyText(key: Uint8Array): string {
  return secretOf(key).base32.replaceAll(/.{4}(?=.)/g, '$& ');
}

/** What a QR code says to an app: key, and whose it is. */
export function keyAddress(key: Uint8Array, label: string): string {
  return new TOTP({ ...FORM, label, secret: secretOf(key) }).toString();
}

/**
 * The step of 30 seconds since 1970 that a code belongs to; undefined when it is the code of no step near this moment. Clocks
 * may differ by one step (RFC 6238, 5.2).
 */
export function stepOf(code: string, key: Uint8Array, now: Date): number | undefined {
  // The library throws when it is given other digits than those of ASCII.
  if (!isCodeOfApp(code)) return undefined;
  const timestamp = now.getTime();
  const { algorithm, digits, period } = FORM;
  const secret = secretOf(key);
  const delta = TOTP.validate({ token: code, secret, algorithm, digits, period, timestamp, window: 1 });
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta;
}

export const isCodeOfApp = (code: string): boolean => /^[0-9]{6}$/.test(code);

/** A code of any kind without what people put between its parts. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '');

const secretOf = (key: Uint8Array) => new Secret({ buffer: Uint8Array.from(key).buffer });

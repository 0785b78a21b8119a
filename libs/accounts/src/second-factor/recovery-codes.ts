import type { EntityManager } from '@mikro-orm/postgresql';
import { Secret } from 'otpauth';
import { recoveryCodes } from '../entities/recovery-code.js';
import { hashOfSecret } from '../secret.js';

const COUNT = 10;

/** 80 bits, which nobody guesses: 16 letters and digits in base32. */
const BYTES = 10;

/** Makes new ones in place of those that there are, and answers them as they are shown, once. */
export async function makeRecoveryCodes(
  manager: EntityManager,
  accountId: string,
): Promise<readonly string[]> {
  await manager.nativeDelete(recoveryCodes, { accountId });
  const codes = Array.from({ length: COUNT }, () => new Secret({ size: BYTES }).base32.toLowerCase());
  for (const code of codes) manager.create(recoveryCodes, { accountId, codeHash: hashOfSecret(code) });
  return codes.map((code) => code.replaceAll(/.{4}(?=.)/g, '$&-'));
}

/** Uses one up. @param code without hyphens and spaces. @returns false when there is none such */
export async function spendRecoveryCode(manager: EntityManager, accountId: string, code: string) {
  const codeHash = hashOfSecret(code.toLowerCase());
  return (await manager.nativeDelete(recoveryCodes, { accountId, codeHash })) > 0;
}

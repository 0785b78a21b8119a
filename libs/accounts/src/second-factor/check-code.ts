import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../audit.js';
import type { TooManyTries } from '../throttle/throttle.js';
import { secondFactors } from '../entities/second-factor.js';
import { spendRecoveryCode } from './recovery-codes.js';
import { isCodeOfApp, plainCode, stepOf } from './totp.js';

export type CodeOutcome =
  | { readonly outcome: 'right' | 'wrong' }
  /** So many codes were wrong that the next one is not even looked at yet. */
  | TooManyTries;

interface Typed {
  readonly accountId: string;
  readonly code: string;
  readonly address: string;
}

/** Takes a code of the app or a recovery code, each once. */
export async function checkCode(manager: EntityManager, typed: Typed): Promise<CodeOutcome> {
  const { accountId, address } = typed;
  const code = plainCode(typed.code);
  if (isCodeOfApp(code)) return await checkCodeOfApp(manager, { ...typed, code });
  const isRight = await spendRecoveryCode(manager, accountId, code);
  const what = isRight ? 'recovery-code-used' : 'second-factor-wrong';
  audit(manager, { what, actorId: isRight ? accountId : undefined, accountId, address });
  return { outcome: isRight ? 'right' : 'wrong' };
}

async function checkCodeOfApp(
  manager: EntityManager,
  { accountId, code, address }: Typed,
): Promise<CodeOutcome> {
  const now = new Date();
  // Of two that come with the same code, one waits for the other here.
  const factor = await manager.findOne(
    secondFactors,
    { accountId, confirmedAt: { $ne: null } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (factor === null) return { outcome: 'wrong' };
  const seconds = waitOf(factor, now);
  if (seconds > 0) return { outcome: 'too-many-tries', seconds };
  const step = stepOf(code, factor.key, now);
  if (step !== undefined && step > factor.lastStep) {
    Object.assign(factor, { lastStep: step, failures: 0, failedAt: null });
    return { outcome: 'right' };
  } else {
    Object.assign(factor, { failures: factor.failures + 1, failedAt: now });
    audit(manager, { what: 'second-factor-wrong', accountId, address });
    return { outcome: 'wrong' };
  }
}

/** As many as one attempt to sign in has. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * Whoever knows a password could otherwise go through all codes. They can keep its owner waiting with that, but not out: a
 * recovery code is always looked at, because nobody guesses one.
 *
 * @returns in how many seconds the next code is looked at
 */
function waitOf(
  { failures, failedAt }: { failures: number; failedAt?: Date | null | undefined },
  now: Date,
): number {
  if (failures < FREE_FAILURES || !failedAt) return 0;
  const seconds = Math.min(2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
  const passed = (now.getTime() - failedAt.getTime()) / 1_000;
  return Math.max(0, Math.ceil(seconds - passed));
}

import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { findByEmail, normalized } from './find-by-email.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Admission, type Admitted } from './second-factor/admission.js';
import type { Visit } from './sessions.js';
import { KnownBrowsers } from './throttle/known-browsers.js';
import { Throttle, type TooManyTries } from './throttle/throttle.js';
import { triesFrom, triesOfBrowser, triesOnAccount, type Tries } from './throttle/tries-of.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type SignInOutcome = Admitted | { readonly outcome: 'refused' };

/** Signs people in with their e-mail address and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly admission: Admission,
    private readonly throttle: Throttle,
    private readonly browsers: KnownBrowsers,
  ) {}

  async signIn(credentials: Credentials, visit: Visit): Promise<SignInOutcome | TooManyTries> {
    const tries = await this.triesOf(normalized(credentials.email), visit);
    return await this.throttle.attempt(tries, () => this.check(credentials, visit));
  }

  /** Strangers who guess do not keep out who comes from a browser in which they have signed in before. */
  private async triesOf(email: string, { address, browserTokens = [] }: Visit): Promise<readonly Tries[]> {
    const browser = await this.browsers.find(email, browserTokens);
    return browser === undefined
      ? [triesFrom('sign-in', address), triesOnAccount('sign-in', email)]
      : [triesOfBrowser('sign-in', email, browser)];
  }

  /** The answer and its time are the same whether the address is unknown, the password is wrong, or the account is disabled. */
  private async check({ email, password }: Credentials, visit: Visit): Promise<SignInOutcome> {
    const account = await this.find(email);
    const isRight = await this.passwords.verify(password, account?.passwordHash);
    return await this.store.change(async (manager) => {
      if (account === null || !isRight || !(await isStillSo(manager, account))) {
        audit(manager, { what: 'sign-in-failed', accountId: account?.id, address: visit.address });
        return { outcome: 'refused' };
      }
      return await this.admission.admit(manager, account.id, visit);
    });
  }

  private find(email: string) {
    return findByEmail(this.store.manager, email);
  }
}

/**
 * Checking a password takes a while, in which it can be changed or the account be disabled. Whoever does that ends all sessions,
 * and none must begin behind their back.
 */
async function isStillSo(
  manager: EntityManager,
  { id, passwordHash }: { id: string; passwordHash?: string | null | undefined },
) {
  const lockMode = LockMode.PESSIMISTIC_READ;
  const isSame = { id, passwordHash: passwordHash ?? null, disabledAt: null };
  return (await manager.findOne(accounts, isSame, { lockMode, fields: ['id'] })) !== null;
}

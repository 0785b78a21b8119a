import { Injectable } from '@nestjs/common';
import { raw } from '@mikro-orm/postgresql';
import { audit } from './audit.js';
import { accounts } from './entities/account.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Sessions, type SessionToken, type Visit } from './sessions.js';
import { KnownBrowsers } from './throttle/known-browsers.js';
import { Throttle, type TooManyTries } from './throttle/throttle.js';
import { triesFrom, triesOfBrowser, triesOnAccount, type Tries } from './throttle/tries-of.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type SignInOutcome = ({ readonly outcome: 'done' } & SessionToken) | { readonly outcome: 'refused' };

/** Signs people in with their e-mail address and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
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
      if (account === null || !isRight || account.disabledAt !== null) {
        audit(manager, { what: 'sign-in-failed', accountId: account?.id, address: visit.address });
        return { outcome: 'refused' };
      }
      return { outcome: 'done', ...this.sessions.begin(manager, account.id, visit) };
    });
  }

  private find(email: string) {
    return this.store.manager.findOne(accounts, { [raw('lower(email)')]: normalized(email) });
  }
}

const normalized = (email: string) => email.normalize('NFC').trim().toLowerCase();

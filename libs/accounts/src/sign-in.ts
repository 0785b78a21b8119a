import { Injectable } from '@nestjs/common';
import { audit } from './audit.js';
import { findByEmail } from './find-by-email.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Sessions, type SessionToken, type Visit } from './sessions.js';

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
  ) {}

  /** The answer and its time are the same whether the address is unknown, the password is wrong, or the account is disabled. */
  async signIn({ email, password }: Credentials, visit: Visit): Promise<SignInOutcome> {
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
    return findByEmail(this.store.manager, email);
  }
}

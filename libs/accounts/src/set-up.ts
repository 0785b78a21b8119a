import { Injectable } from '@nestjs/common';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { audit } from './audit.js';
import { createAccount } from './create-account.js';
import { accounts } from './entities/account.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parseEmail, parseName, parsePassword, parseTimeZone, type ProfileRefusal } from './profile.js';
import { Sessions, type SessionToken, type Visit } from './sessions.js';

/** One of those that try at the same time. 1735549538 is 'garb'. */
const LOCK = `select pg_advisory_xact_lock(1735549538, 64)`;

export interface FirstAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
}

export type SetUpOutcome =
  | ({ readonly outcome: 'done' } & SessionToken)
  | { readonly outcome: 'refused'; readonly refusal: ProfileRefusal }
  /** Somebody else was quicker: there is nothing to set up any more. */
  | { readonly outcome: 'too-late' };

/** The first account, which owns the installation and whatever is in it. */
@Injectable()
export class SetUp {
  private isDone = false;

  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** Whether there is nobody yet. Once somebody is there, somebody is for ever. */
  async isNeeded(): Promise<boolean> {
    if (!this.isDone) {
      const [somebody] = await this.store.manager.find(accounts, {}, { limit: 1, fields: ['id'] });
      this.isDone = somebody !== undefined;
    }
    return !this.isDone;
  }

  async setUp(first: FirstAccount, visit: Visit): Promise<SetUpOutcome> {
    const parsed = parse(first);
    if ('refusal' in parsed) return { outcome: 'refused', refusal: parsed.refusal };
    const passwordHash = await this.passwords.hash(parsed.password);
    return await this.store.change(async (manager) => {
      await manager.execute(LOCK);
      if ((await manager.count(accounts)) > 0) return { outcome: 'too-late' };
      const { name, email, timeZone } = parsed;
      const accountId = createAccount(manager, {
        name,
        email,
        timeZone,
        passwordHash,
        isInstanceOwner: true,
        workspaceId: DEFAULT_WORKSPACE,
      });
      audit(manager, { what: 'instance-set-up', actorId: accountId, address: visit.address });
      return { outcome: 'done', ...this.sessions.begin(manager, accountId, visit) };
    });
  }
}

function parse(first: FirstAccount): FirstAccount | { readonly refusal: ProfileRefusal } {
  const name = parseName(first.name);
  const email = parseEmail(first.email);
  const password = parsePassword(first.password, first);
  const timeZone = parseTimeZone(first.timeZone);
  if (!name.ok) return name;
  else if (!email.ok) return email;
  else if (!password.ok) return password;
  else if (!timeZone.ok) return timeZone;
  else return { name: name.text, email: email.text, password: password.text, timeZone: timeZone.text };
}

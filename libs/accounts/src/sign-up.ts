import { Injectable } from '@nestjs/common';
import { raw, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { createAccountWithWorkspace } from './create-account.js';
import { accounts } from './entities/account.js';
import { findByEmail } from './find-by-email.js';
import { holderOf, type Holder } from './holder.js';
import { lookUp, lookUpToUse, type InvitationRefusal } from './invitations/invitation.js';
import { useInvitation } from './invitations/use-invitation.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { parseProfile, type Profile, type ProfileRefusal } from './profile.js';
import { rateFrom } from './throttle/rate-of.js';
import { Throttle, type TooOften } from './throttle/throttle.js';
import { Sessions, type SessionToken, type Visit } from './sessions.js';

type Refused = { readonly outcome: 'refused'; readonly refusal: ProfileRefusal | InvitationRefusal };

export type SignUpOutcome = { readonly outcome: 'done' } | Refused;

export type InvitedOutcome =
  ({ readonly outcome: 'done'; readonly workspaceId: string } & SessionToken) | Refused;

/** What else is done in the same transaction, with the id of the new account. */
type Welcome<Outcome> = (manager: EntityManager, accountId: string) => Promise<Outcome>;

/** Makes accounts for people who come by themselves, or by a link that somebody gave them. Each gets a workspace as well. */
@Injectable()
export class SignUp {
  constructor(
    private readonly store: PeopleStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  /** For everybody. Its caller must not tell a stranger of `email-taken`, and so it signs nobody in. */
  async signUp(typed: Profile, { address }: Visit): Promise<SignUpOutcome | TooOften> {
    return await this.make<SignUpOutcome>(typed, address, async () => ({ outcome: 'done' }));
  }

  /** Whose account `email-taken` is about. */
  async holderOf(email: string): Promise<Holder | undefined> {
    const found = await findByEmail(this.store.manager, email);
    return found === null ? undefined : holderOf(found);
  }

  /** Signs them in as well, and lets them into the workspace of the invitation. */
  async signUpInvited(token: string, typed: Profile, visit: Visit): Promise<InvitedOutcome | TooOften> {
    const looked = await lookUp(this.store.manager, token);
    if (looked.outcome === 'refused') return looked;
    return await this.make<InvitedOutcome>(typed, visit.address, async (manager, accountId) => {
      const again = await lookUpToUse(manager, token);
      if (again.outcome === 'refused') throw new RefusedError(again.refusal);
      const { invitation } = again;
      await useInvitation(manager, invitation, accountId);
      const session = await this.sessions.begin(manager, accountId, visit);
      return { outcome: 'done', workspaceId: invitation.workspaceId, ...session };
    });
  }

  private async make<Outcome>(
    typed: Profile,
    address: string,
    welcome: Welcome<Outcome>,
  ): Promise<Outcome | Refused | TooOften> {
    const parsed = parseProfile(typed);
    if ('refusal' in parsed) return { outcome: 'refused', refusal: parsed.refusal };
    // Before it is known whether the address is taken, so that this does not tell either.
    const tooOften = await this.throttle.spend([rateFrom('sign-up', address)]);
    if (tooOften !== undefined) return tooOften;
    const { password, ...profile } = parsed;
    // Also when the address is taken, so that the time does not tell.
    const passwordHash = await this.passwords.hash(password);
    try {
      return await this.store.change(async (manager) => {
        if (await isTaken(manager, profile.email)) throw new RefusedError('email-taken');
        const { accountId } = await createAccountWithWorkspace(manager, { ...profile, passwordHash });
        return await welcome(manager, accountId);
      });
    } catch (error) {
      return { outcome: 'refused', refusal: refusalOf(error) };
    }
  }
}

/** Undoes the transaction in which it is thrown. */
class RefusedError extends Error {
  constructor(readonly refusal: ProfileRefusal | InvitationRefusal) {
    super(refusal);
  }
}

function refusalOf(error: unknown): ProfileRefusal | InvitationRefusal {
  if (error instanceof RefusedError) return error.refusal;
  // Somebody with the same address was quicker.
  else if (error instanceof UniqueConstraintViolationException) return 'email-taken';
  else throw error;
}

async function isTaken(manager: EntityManager, email: string): Promise<boolean> {
  return (await manager.count(accounts, { [raw('lower(email)')]: email.toLowerCase() })) > 0;
}

import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { audit } from '../audit.js';
import { createAccountLink } from '../create-account-link.js';
import { createAccount } from '../create-account.js';
import { createOwnWorkspace } from '../create-workspace.js';
import { accounts } from '../entities/account.js';
import { findByEmail } from '../find-by-email.js';
import type { PeopleStore } from '../people-store.js';
import { parseEmail, parsePersonName, type ProfileRefusal } from '../profile.js';
import { SET_UP_LOCK } from '../set-up-lock.js';
import { BY_COMMAND } from './change-account.js';

export interface Added {
  /** Of the link with which they set their password. */
  readonly token: string;
  /** Whether it is the first one, which owns the installation and what is in it. */
  readonly isFirst: boolean;
}

export type AddRefusal = Extract<ProfileRefusal, `email-${string}` | `name-${string}`>;

type AddOutcome =
  { readonly ok: true; readonly done: Added } | { readonly ok: false; readonly refusal: AddRefusal };

/** Makes an account, with a workspace of its own, for somebody who sets a password later. */
export async function addAccount(
  store: PeopleStore,
  typed: { readonly email: string; readonly name: string },
): Promise<AddOutcome> {
  const [email, name] = [parseEmail(typed.email), parsePersonName(typed.name)];
  if (!email.ok) return email;
  if (!name.ok) return name;
  return await store.change(async (manager) => {
    await manager.execute(SET_UP_LOCK);
    if ((await findByEmail(manager, email.text)) !== null) return { ok: false, refusal: 'email-taken' };
    const isFirst = (await manager.count(accounts)) === 0;
    const workspaceId = isFirst ? DEFAULT_WORKSPACE : await createOwnWorkspace(manager, name.text);
    const profile = { name: name.text, email: email.text, passwordHash: null, timeZone: 'UTC' };
    const account = { ...profile, isInstanceOwner: isFirst, workspaceId };
    const accountId = createAccount(manager, account, BY_COMMAND);
    await manager.flush();
    const token = await createAccountLink(manager, { accountId, purpose: 'reset' });
    audit(manager, { what: 'account-link-created', accountId, details: BY_COMMAND });
    return { ok: true, done: { token, isFirst } };
  });
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { createAccount } from '../create-account.js';
import { createOwnWorkspace } from '../create-workspace.js';
import { identities } from '../entities/identity.js';
import { parsePersonName, parseTimeZone } from '../profile.js';
import type { ProvenIdentity } from './proven-identity.js';

type Newcomer = ProvenIdentity & { readonly email: string };

/** An account without a password, and a workspace of its own, for somebody whom the provider knows. Answers its id. */
export async function joinWithIdentity(manager: EntityManager, newcomer: Newcomer): Promise<string> {
  const { issuer, subject, email } = newcomer;
  const name = nameOf(newcomer);
  const workspaceId = await createOwnWorkspace(manager, name);
  const accountId = createAccount(manager, {
    name,
    email,
    passwordHash: null,
    timeZone: timeZoneOf(newcomer),
    isInstanceOwner: false,
    workspaceId,
  });
  manager.create(identities, { issuer, subject, accountId, email });
  return accountId;
}

/** What the provider calls them, if that is a name here; else what is before the @, or the address. */
function nameOf({ name = '', email }: Newcomer): string {
  const tried = [name, email.replace(/@.*$/, '')].map(parsePersonName).find(({ ok }) => ok);
  return tried?.ok === true ? tried.text : email;
}

function timeZoneOf({ timeZone = 'UTC' }: Newcomer): string {
  const parsed = parseTimeZone(timeZone);
  return parsed.ok ? parsed.text : 'UTC';
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { createAccount } from '../create-account.js';
import { createWorkspace } from '../create-workspace.js';
import { identities } from '../entities/identity.js';
import { parseName, parseTimeZone } from '../profile.js';
import type { ProvenIdentity } from './proven-identity.js';

type Newcomer = ProvenIdentity & { readonly email: string };

/** An account without a password, and a workspace of its own, for somebody whom the provider knows. Answers its id. */
export async function joinWithIdentity(manager: EntityManager, newcomer: Newcomer): Promise<string> {
  const { issuer, subject, email } = newcomer;
  const workspaceId = await createWorkspace(manager, 'Home');
  const accountId = createAccount(manager, {
    name: nameOf(newcomer),
    email,
    passwordHash: null,
    timeZone: timeZoneOf(newcomer),
    isInstanceOwner: false,
    workspaceId,
  });
  manager.create(identities, { issuer, subject, accountId, email });
  return accountId;
}

/** What the provider calls them, if that is a name here; else what is before the @. */
function nameOf({ name = '', email }: Newcomer): string {
  const parsed = parseName(name);
  return parsed.ok ? parsed.text : email.replace(/@.*$/, '');
}

function timeZoneOf({ timeZone = 'UTC' }: Newcomer): string {
  const parsed = parseTimeZone(timeZone);
  return parsed.ok ? parsed.text : 'UTC';
}

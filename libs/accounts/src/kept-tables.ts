import type { KeptTable } from '#libs/event-store';
import { accountLinks } from './entities/account-link.js';
import { auditEntries } from './entities/audit-entry.js';
import { knownBrowsers } from './entities/known-browser.js';
import { passkeyChallenges } from './entities/passkey-challenge.js';
import { pendingSignIns } from './entities/pending-sign-in.js';
import { identityFlows } from './entities/identity-flow.js';
import { identityOffers } from './entities/identity.js';
import { invitations } from './entities/invitation.js';
import { sessions } from './entities/session.js';
import { workspaces } from './entities/workspace.js';
import { peopleTables } from './tables.js';

/** What is for some hours or days only, and must not come to life again with an old backup. */
const PASSING: readonly Named[] = [
  accountLinks,
  identityFlows,
  identityOffers,
  invitations,
  knownBrowsers,
  passkeyChallenges,
  pendingSignIns,
  sessions,
];

/** What a backup keeps together with the log, and what may have rows before anybody has an account. */
const [OF_THE_LOG, RECORDED]: readonly (readonly Named[])[] = [[workspaces], [auditEntries]];

type Named = { readonly meta: { readonly tableName: string } };

/** The tables that a backup keeps besides the log, so that a restored system lets the same people in. */
export function keptTables(): readonly KeptTable[] {
  return peopleTables()
    .filter(({ name }) => !isIn(PASSING, name) && !isIn(OF_THE_LOG, name))
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
      mayHaveRows: isIn(RECORDED, name),
    }));
}

const isIn = (entities: readonly Named[] = [], name: string) =>
  entities.some(({ meta }) => meta.tableName === name);

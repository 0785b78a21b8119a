/**
 * Every migration, oldest first; they go forward only. Each says whether the version of the app before it can run beside
 * the schema it leaves. A migration that has been released is never edited.
 */
import { Migration20261124000001_Roles } from './migration-20261124000001-roles.js';
import { Migration20261124000002_Workspaces } from './migration-20261124000002-workspaces.js';
import { Migration20261124000003_Events } from './migration-20261124000003-events.js';
import { Migration20261124000004_AppendEvents } from './migration-20261124000004-append-events.js';
import { Migration20261124000005_Progress } from './migration-20261124000005-progress.js';
import { Migration20261125000006_EraseWorkspace } from './migration-20261125000006-erase-workspace.js';
import { Migration20261127000007_ParkedByPostgresql } from './migration-20261127000007-parked-by-postgresql.js';
import { Migration20261127000010_AppendAsOwner } from './migration-20261127000010-append-as-owner.js';
import { Migration20261127000011_EraseByFunction } from './migration-20261127000011-erase-by-function.js';
import { Migration20261128000020_FoldedCommand } from './migration-20261128000020-folded-command.js';
import { Migration20261128000021_AppendOnWhatWasLookedAt } from './migration-20261128000021-append-on-what-was-looked-at.js';
import { Migration20261128000022_People } from './migration-20261128000022-people.js';
import { Migration20261128000023_Credentials } from './migration-20261128000023-credentials.js';
import { Migration20261128000024_LinksAndIdentities } from './migration-20261128000024-links-and-identities.js';
import { Migration20261128000025_InvitationsAndErasures } from './migration-20261128000025-invitations-and-erasures.js';
import { Migration20261128000026_OwnAccount } from './migration-20261128000026-own-account.js';
import { Migration20261128000027_AuditByActor } from './migration-20261128000027-audit-by-actor.js';
import { Migration20261128000028_Tries } from './migration-20261128000028-tries.js';
import { Migration20261128000029_AppendAsMember } from './migration-20261128000029-append-as-member.js';
import { Migration20261128000030_LivePages } from './migration-20261128000030-live-pages.js';
import { Migration20261128000031_AppendTogether } from './migration-20261128000031-append-together.js';

export const migrations = [
  Migration20261124000001_Roles,
  Migration20261124000002_Workspaces,
  Migration20261124000003_Events,
  Migration20261124000004_AppendEvents,
  Migration20261124000005_Progress,
  Migration20261125000006_EraseWorkspace,
  Migration20261127000007_ParkedByPostgresql,
  Migration20261127000010_AppendAsOwner,
  Migration20261127000011_EraseByFunction,
  Migration20261128000020_FoldedCommand,
  Migration20261128000021_AppendOnWhatWasLookedAt,
  Migration20261128000022_People,
  Migration20261128000023_Credentials,
  Migration20261128000024_LinksAndIdentities,
  Migration20261128000025_InvitationsAndErasures,
  Migration20261128000026_OwnAccount,
  Migration20261128000027_AuditByActor,
  Migration20261128000028_Tries,
  Migration20261128000029_AppendAsMember,
  Migration20261128000030_LivePages,
  Migration20261128000031_AppendTogether,
].map((migration) => ({ name: migration.name, class: migration }));

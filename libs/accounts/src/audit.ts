import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { presentAddress } from './asked-from.js';
import type { CredentialAudited } from './credential-audit.js';
import { auditEntries } from './entities/audit-entry.js';

/** What is recorded about access. */
export type Audited =
  | 'instance-set-up'
  | 'account-created'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'account-link-created'
  | 'account-disabled'
  | 'account-enabled'
  | 'account-deleted'
  | 'instance-owner-made'
  | 'backup-made'
  | 'backup-restored'
  | 'token-created'
  | 'token-revoked'
  | 'reset-link-made'
  | 'password-reset'
  | 'email-change-asked'
  | 'email-changed'
  | 'identity-connected'
  | 'identity-disconnected'
  | AboutWorkspaces
  | CredentialAudited;

/** Who may be where. */
type AboutWorkspaces =
  | 'workspace-created'
  | 'workspace-renamed'
  | 'workspace-exported'
  | 'workspace-erased'
  | 'role-changed'
  | 'member-removed'
  | 'member-left'
  | 'invitation-created'
  | 'invitation-revoked'
  | 'invitation-accepted';

export interface Happened {
  readonly what: Audited;
  readonly actorId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly workspaceId?: string | undefined;
  /** From where it was done, when it is not from where it is asked for just now. */
  readonly address?: string | undefined;
  readonly details?: Readonly<Record<string, string>>;
}

/** Records it together with what is changed in the same unit of work. */
export function audit(manager: EntityManager, happened: Happened): void {
  const { what, actorId, accountId, workspaceId, address, details = {} } = happened;
  manager.create(auditEntries, {
    id: uuidv7(),
    what,
    actorId: actorId ?? null,
    accountId: accountId ?? null,
    workspaceId: workspaceId ?? null,
    address: address ?? presentAddress() ?? null,
    details,
  });
}

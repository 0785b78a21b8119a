import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';
import type { Role } from './membership.js';
import { workspaces } from './workspace.js';

/** A link that lets somebody into a workspace. */
export const invitations = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: p.uuid().primary(),
    workspaceId: () => p.manyToOne(workspaces).mapToPk().joinColumn('workspace_id'),
    inviterId: () => p.manyToOne(accounts).mapToPk().joinColumn('inviter_id'),
    role: p.text().$type<Role>(),
    /** Whom it was sent to, if it was sent. */
    email: p.text().nullable(),
    /** SHA-256 of the token, which only the link has. */
    tokenHash: p.blob(),
    /** Lets in whoever opens it; otherwise one person. */
    isReusable: p.boolean(),
    uses: p.integer().default(0),
    createdAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

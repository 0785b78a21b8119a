import { defineEntity, p } from '@mikro-orm/core';
import { accounts } from './account.js';
import { workspaces } from './workspace.js';

/** From the most to the least that may be done. */
export const ROLES = ['owner', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what in which workspace. */
export const memberships = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    accountId: () => p.manyToOne(accounts).primary().mapToPk().joinColumn('account_id'),
    workspaceId: () => p.manyToOne(workspaces).primary().mapToPk().joinColumn('workspace_id'),
    role: p.text().$type<Role>(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

import { SOMEBODY } from './somebody.mjs';

/** A workspace in each shard, beside the one that there always is. */
export const WORKSPACES = Array.from(
  { length: 64 },
  (_, shard) => `00000000-0000-7000-8002-${String(shard).padStart(12, '0')}`,
);

/** The path of the workspace in a shard. */
export const pathOf = (shard) => `/w/${WORKSPACES[shard]}`;

/** They belong to who is signed in wherever a test does not say otherwise. @param owner of the database */
export async function createManyWorkspaces(owner) {
  await owner.query(
    'insert into workspaces (id, shard) select id, nth - 1 from unnest($1::uuid[]) with ordinality named (id, nth)',
    [WORKSPACES],
  );
  await owner.query(
    `insert into memberships (account_id, workspace_id, role) select $2, id, 'owner' from unnest($1::uuid[]) id`,
    [WORKSPACES, SOMEBODY.accountId],
  );
}

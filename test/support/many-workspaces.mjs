/** A workspace in each shard, beside the one that there always is. */
export const WORKSPACES = Array.from(
  { length: 64 },
  (_, shard) => `00000000-0000-7000-8002-${String(shard).padStart(12, '0')}`,
);

/** The address under which the web process of `web-of-workspaces.mjs` serves a workspace: 127.0.0.0/8 is all this machine. */
export const addressOf = (shard) => `127.0.1.${shard + 1}`;

/** The workspace that is served at an address, which may have a port. */
export const workspaceAt = (host) => WORKSPACES[Number(/^127\.0\.1\.(\d+)/.exec(host)?.[1]) - 1];

/** @param owner of the database */
export async function createManyWorkspaces(owner) {
  await owner.query(
    'insert into workspaces (id, shard) select id, nth - 1 from unnest($1::uuid[]) with ordinality named (id, nth)',
    [WORKSPACES],
  );
}

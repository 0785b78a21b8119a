import { orWell, wrong, type Check } from '../finding.js';

interface Waiting {
  readonly workspaceId: string;
  readonly requestedAt: Date;
}

/** Whoever has asked for it cannot look any more: they are out of the workspace, as everybody is. */
export const erasures: Check = {
  name: 'erasures',
  async look(database) {
    // A worker tries each of them at least once a minute; a replay that runs holds it up.
    const late = await database.query<Waiting>(
      `select workspace_id as "workspaceId", requested_at as "requestedAt" from erasures
       where requested_at < now() - interval '15 minutes' order by requested_at, workspace_id`,
    );
    return orWell(
      late.map(({ workspaceId, requestedAt }) =>
        wrong(
          `that owners have asked for include one that waits since ${requestedAt.toISOString()}: ${workspaceId}`,
          `is the worker running? its log says what is in the way, and it goes on trying; or do it yourself: garbanzo erase workspace ${workspaceId} --yes`,
        ),
      ),
      'that owners have asked for are done',
    );
  },
};

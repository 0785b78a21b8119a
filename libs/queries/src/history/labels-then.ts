import { sql } from 'kysely';
import type { Label } from '#libs/domain';
import type { ReadModel } from '#libs/read-model';
import { foldStreams, type WorkspaceInLog } from './read-steps.js';

/**
 * Reads the labels of a workspace as they were at a moment: what came after it is left out, and what the log has behind that.
 *
 * @param moment ISO 8601, with up to six decimal digits for the seconds
 */
export async function readLabelsThen(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  moment: string,
): Promise<readonly Label[]> {
  const { workspaceId, shard } = workspace;
  const { rows } = await sql<{ readonly upTo: number | null }>`
    select max(position) as "upTo" from (
      select position from events
      where shard = ${shard} and stream_id = ${workspaceId} and recorded_at <= ${moment}::timestamptz offset 0
    ) of_labels`.execute(readModel.kysely);
  const upTo = rows[0]?.upTo ?? 0;
  let labels: readonly Label[] = [];
  await foldStreams(readModel, workspace, { ids: new Set([workspaceId]), upTo }, (step) => {
    if (step.of === 'labels') labels = step.after.all;
  });
  return labels;
}

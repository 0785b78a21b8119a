import { PROJECTIONS, verifyTables } from '#libs/projections';
import { liveLags, ReadModel } from '#libs/read-model';
import type { Database } from '#libs/platform';

/**
 * I6: rows and checkpoint move together. Looks at one moment of a system that may be moving: at its checkpoints, every
 * projection is the fold of the log.
 */
export async function checkRows(database: Database, invariant = 'I6'): Promise<string[]> {
  const readModel = new ReadModel(database);
  const broken: string[] = [];
  for (const projection of PROJECTIONS) {
    const { differences } = await verifyTables(readModel, { projection });
    broken.push(...differences.map((difference) => `${invariant}: ${JSON.stringify(difference)}`));
  }
  return broken;
}

/** I4: at rest, every projection equals the fold of the log, and its checkpoint is the head. */
export async function checkAtRest(database: Database): Promise<string[]> {
  const behind = (await liveLags(database)).filter(({ shardsBehind }) => shardsBehind > 0);
  return [
    ...behind.map((lag) => `I4: ${lag.projection} is behind in ${lag.shardsBehind} shards`),
    ...(await checkRows(database, 'I4')),
  ];
}

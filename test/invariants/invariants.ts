import type { Database } from '#libs/platform';
import { MOST_CONNECTIONS } from '#libs/projections';
import { liveLags } from '#libs/read-model';
import { openDatabase } from '../support/log.js';
import { until } from '../support/until.js';
import { checkCommands, checkStreams } from './check-log.js';
import { checkAtRest, checkRows } from './check-projections.js';
import type { Witness } from './witness.js';

export { Witness } from './witness.js';

/**
 * What we promise (docs/promises.md), held against a database and against what a witness has seen of the system before
 * it. Every test that injects a fault asks this, and nothing else, whether the fault did harm.
 */
export class Invariants {
  private readonly database: Database;

  constructor(url: string) {
    // As the owner, who waits as long as a busy machine takes.
    this.database = openDatabase(url, undefined, MOST_CONNECTIONS);
  }

  /** While the system is moving. @returns the promises that are broken, in words */
  moving(): Promise<string[]> {
    return checkRows(this.database);
  }

  /**
   * Once nobody writes any more.
   *
   * @param witness of all commands; without one, what the log and the tables say is held against each other only
   * @param since the last position that was in the log before the witness came
   * @returns the promises that are broken, in words
   */
  async atRest(witness?: Witness, since = 0): Promise<string[]> {
    const isLevel = async () => (await liveLags(this.database)).every((lag) => lag.shardsBehind === 0);
    // How soon is measured by test/timed/recovery.spec.ts.
    const level = await until(isLevel).then(
      () => [],
      () => ['I11: the projections do not become level'],
    );
    return [
      ...(witness ? [...witness.broken, ...(await checkCommands(this.database, witness, since))] : []),
      ...level,
      ...(await checkStreams(this.database)),
      ...(await checkAtRest(this.database)),
    ];
  }

  async head(): Promise<number> {
    const [row] = await this.database.query<{ head: number }>(
      'select coalesce(max(position), 0)::bigint as head from events',
    );
    return row?.head ?? 0;
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

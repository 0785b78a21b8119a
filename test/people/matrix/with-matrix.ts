import { liveLags } from '#libs/read-model';
import { openDatabase } from '../../support/log.js';
import { startWorker } from '../../support/running-app.js';
import { until } from '../../support/until.js';
import { createTestDatabase } from '../../support/database.js';
import { Matrix } from './matrix.js';

interface OpenMatrix {
  readonly matrix: Matrix;
  readonly close: () => Promise<void>;
}

/** A matrix on a database of its own. */
export async function openMatrix(): Promise<OpenMatrix> {
  const test = await createTestDatabase();
  const matrix = await Matrix.open(test.url, () => foldEverything(test.url));
  return {
    matrix,
    async close() {
      await matrix.close();
      await test.drop();
    },
  };
}

/** Nothing is folded after that: what a refused request changes would not be told from what a worker does. */
async function foldEverything(url: string): Promise<void> {
  const [worker, database] = [await startWorker(url), openDatabase(url)];
  await until(async () => (await liveLags(database)).every(({ shardsBehind }) => shardsBehind === 0));
  await Promise.all([worker.close(), database.close()]);
}

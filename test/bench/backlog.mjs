import { Database, Metrics } from '../../dist/libs/platform/src/index.js';
import { CatchUp, PROJECTIONS, Projections, Projector } from '../../dist/libs/projections/src/index.js';
import { ReadModel } from '../../dist/libs/read-model/src/index.js';

/** A worker's projector with the whole log before it. No other worker may be there. */
export function catchingUp({ url, logger, owner }) {
  const database = new Database({ url, logger, name: 'bench', role: 'garbanzo_worker', durable: false });
  const readModel = new ReadModel(database);
  const projector = new Projector(
    readModel,
    new CatchUp(readModel),
    new Projections(PROJECTIONS),
    logger,
    new Metrics(),
  );
  return {
    async run() {
      await owner.query('truncate todos, lists, list_totals');
      await owner.query('update checkpoints set position = 0');
      const begun = performance.now();
      await projector.projectAll();
      return (performance.now() - begun) / 1_000;
    },
    close: () => database.close(),
  };
}

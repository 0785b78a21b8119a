import { readAfter, readHeads } from '../../dist/libs/event-store/src/index.js';
import { Database } from '../../dist/libs/platform/src/index.js';
import { todoLists } from '../../dist/libs/projections/src/index.js';
import { openTables } from '../../dist/libs/projections/src/open-tables.js';
import { savingTables } from '../../dist/libs/projections/src/save-tables.js';
import { executeTogether, queryable, ReadModel } from '../../dist/libs/read-model/src/index.js';
import { countDifferences, createIndexes, createTables } from './own-tables.mjs';

const SCHEMA = 'folded_by_batch';
const BATCH = 5_000;
const CONNECTIONS = 2;

/**
 * The usual way: the log in its order, 5,000 events at a time, folded on from the rows that are there and upserted
 * in one statement for each table. Without checkpoints, without parking, and without checking what an event looks like.
 */
export function foldingByBatch({ url, logger, owner }) {
  const options = { searchPath: `${SCHEMA},public`, durable: false, patient: true };
  const database = new Database({ url, logger, name: 'bench', ...options });
  const readModel = new ReadModel(database);
  const { kysely } = readModel;
  return {
    async run() {
      await createTables(owner, readModel, SCHEMA);
      await createIndexes(readModel);
      const begun = performance.now();
      const shards = (await readHeads(database)).map(({ shard }) => shard).values();
      const foldNext = async () => {
        for (const shard of shards) await foldShard(kysely, shard);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, foldNext));
      return (performance.now() - begun) / 1_000;
    },
    differences: () => countDifferences(owner, SCHEMA),
    close: () => database.close(),
  };
}

async function foldShard(kysely, shard) {
  let position = 0;
  for (;;) {
    const last = await kysely.transaction().execute((transaction) => foldBatch(transaction, shard, position));
    if (last === undefined) return;
    position = last.position;
  }
}

async function foldBatch(transaction, shard, position) {
  const events = await readAfter(queryable(transaction), { shard, position, limit: BATCH });
  const tables = await openTables(transaction, todoLists, events);
  for (const { type, data, ...stored } of events) {
    const recorded = { ...stored, event: { type, data } };
    for (const table of tables) {
      if (table.folded.handles(recorded.event)) table.put(recorded.streamId, table.evolve(recorded));
    }
  }
  for (const change of savingTables(todoLists, tables)) await executeTogether(transaction, [change]);
  return events.at(-1);
}

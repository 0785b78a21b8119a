import { todoLists } from '../../dist/libs/projections/src/index.js';
import { createTable, indexTable } from '../../dist/libs/read-model/src/index.js';

const tables = [...todoLists.tables, ...todoLists.summaries].map(({ table }) => table);

/** Tables like those that pages are read from, in a schema of their own: empty, and without indexes. */
export async function createTables(owner, { kysely }, schema) {
  await owner.query(`drop schema if exists ${schema} cascade`);
  await owner.query(`create schema ${schema}`);
  await kysely.transaction().execute(async (transaction) => {
    for (const table of tables) await createTable(transaction, table);
  });
}

/** @param readModel that finds the tables by their plain names */
export async function createIndexes({ kysely }) {
  await kysely.transaction().execute(async (transaction) => {
    for (const table of tables) await indexTable(transaction, table);
  });
}

/** How many rows are not as in the tables that are read: what builds something else is no baseline. */
export async function countDifferences(owner, schema) {
  let count = 0;
  for (const { table } of todoLists.tables) {
    const [live, own] = [`select * from ${table.name}`, `select * from ${schema}.${table.name}`];
    const [counted] = await owner.query(
      `select count(*) from ((${live} except ${own}) union all (${own} except ${live})) differences`,
    );
    count += counted.count;
  }
  return count;
}

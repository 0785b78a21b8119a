import { todoLists } from '../../dist/libs/projections/src/index.js';

const definitions = [...todoLists.tables, ...todoLists.summaries].map(({ definition }) => definition);

/** Tables like those that pages are read from, in a schema of their own: empty, and without indexes. */
export async function createTables(owner, schema) {
  await owner.query(`drop schema if exists ${schema} cascade`);
  await owner.query(`create schema ${schema}`);
  for (const { name, create } of definitions) {
    await owner.query(create.replace(`create table ${name}`, `create table ${schema}.${name}`));
  }
}

/** @param database that finds the tables by their plain names */
export async function createIndexes(database) {
  for (const { name, indexes } of definitions) {
    for (const index of indexes) await database.query(index);
    await database.query(`analyze ${name}`);
  }
}

/** How many rows are not as in the tables that are read: what builds something else is no baseline. */
export async function countDifferences(owner, schema) {
  let count = 0;
  for (const { definition } of todoLists.tables) {
    const { name } = definition;
    const [live, own] = [`select * from ${name}`, `select * from ${schema}.${name}`];
    const [counted] = await owner.query(
      `select count(*) from ((${live} except ${own}) union all (${own} except ${live})) differences`,
    );
    count += counted.count;
  }
  return count;
}

import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from './read-model.js';
import type { Column, Table } from './table.js';

/*
 * Statements on whole rows of any table that is described. Rows travel as one JSON text, which the client makes in half the
 * time of an array for each column: see docs/adr/0013-one-description-of-a-table.md.
 */

/** The table without indexes, in the schema that the transaction finds first. */
export async function createTable(transaction: Transaction, { name, columns }: Table): Promise<void> {
  const definitions = columns.map((column) => sql`${sql.ref(column.name)} ${sql.raw(column.definition)}`);
  await sql`create table ${sql.table(name)} (${sql.join(definitions)})`.execute(transaction);
}

/** What the table needs once it has its rows: its key, its indexes, and statistics of them. */
export async function indexTable(transaction: Transaction, table: Table): Promise<void> {
  const { name, primaryKey, indexes } = table;
  await sql`alter table ${sql.table(name)} add primary key (${names(primaryKey)})`.execute(transaction);
  for (const index of indexes) await sql.raw(index).execute(transaction);
  await sql`analyze ${sql.table(name)}`.execute(transaction);
}

/** The rows in which a column has one of these values. */
export async function loadRows<Row>(
  transaction: Transaction,
  { name, columns }: Table,
  { column, values }: { readonly column: Column; readonly values: readonly unknown[] },
): Promise<readonly Row[]> {
  const selected = columns.map((each) => sql`${sql.ref(each.name)} as ${sql.id(each.property)}`);
  const { rows } = await sql<Row>`
    select ${sql.join(selected)} from ${sql.table(name)}
    where ${sql.ref(column.name)} = any(${values}::${sql.raw(column.type)}[])`.execute(transaction);
  return rows;
}

/** Inserts rows, none of which is there. */
export async function insertRows(
  transaction: Transaction,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  await sql`${insertion(table, rows)}`.execute(transaction);
}

/** Inserts rows, or puts them in the place of those with the same key. */
export async function upsertRows(
  transaction: Transaction,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  const { columns, primaryKey } = table;
  const others = columns.filter((column) => !primaryKey.includes(column));
  const changes = others.map(({ name }) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  const then = changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`;
  await sql`${insertion(table, rows)} on conflict (${names(primaryKey)}) do ${then}`.execute(transaction);
}

/** Adds numbers to those of the rows with the same key; where there is none, they are its beginning. */
export async function addToRows(
  transaction: Transaction,
  table: Table,
  { rows, sums }: { readonly rows: readonly object[]; readonly sums: readonly string[] },
): Promise<void> {
  const { name, columns, primaryKey } = table;
  const additions = columns
    .filter(({ property }) => sums.includes(property))
    .map((column) => {
      const here = sql.ref(column.name);
      return sql`${here} = ${sql.table(name)}.${here} + excluded.${here}`;
    });
  await sql`
    ${insertion(table, rows)}
    on conflict (${names(primaryKey)}) do update set ${sql.join(additions)}`.execute(transaction);
}

/** Deletes the rows with the keys of these. */
export async function deleteRows(
  transaction: Transaction,
  { name, primaryKey }: Table,
  rows: readonly object[],
): Promise<void> {
  const isSame = primaryKey.map((column) => sql`t.${sql.ref(column.name)} = gone.${sql.id(column.property)}`);
  await sql`
    delete from ${sql.table(name)} t using ${recordset(rows)} as gone (${fields(primaryKey)})
    where ${sql.join(isSame, sql` and `)}`.execute(transaction);
}

function insertion({ name, columns }: Table, rows: readonly object[]): RawBuilder<unknown> {
  const values = columns.map(({ property }) => sql.id(property));
  return sql`
    insert into ${sql.table(name)} (${names(columns)})
    select ${sql.join(values)} from ${recordset(rows)} as rows (${fields(columns)})`;
}

function recordset(rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)`;
}

function fields(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ property, type }) => sql`${sql.id(property)} ${sql.raw(type)}`));
}

function names(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name }) => sql.ref(name)));
}

import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from './read-model.js';
import type { Column, Table } from './table.js';

/*
 * Statements on whole rows of any described table. Rows are sent as one JSON text, which takes the client
 * half the time of an array for each column: see docs/adr/0013-one-description-of-a-table.md.
 */

/** Creates the table without indexes, in the first schema of the transaction's search path. */
export async function createTable(transaction: Transaction, { name, columns }: Table): Promise<void> {
  const definitions = columns.map((column) => sql`${sql.ref(column.name)} ${sql.raw(column.definition)}`);
  await sql`create table ${sql.table(name)} (${sql.join(definitions)})`.execute(transaction);
}

/** Completes a filled table: adds the primary key and the indexes, and gathers statistics. */
export async function indexTable(transaction: Transaction, table: Table): Promise<void> {
  const { name, primaryKey, indexes } = table;
  await sql`alter table ${sql.table(name)} add primary key (${names(primaryKey)})`.execute(transaction);
  for (const index of indexes) await sql.raw(index).execute(transaction);
  await sql`analyze ${sql.table(name)}`.execute(transaction);
}

/**
 * Loads the rows in which the column has one of these values.
 *
 * @param workspaceIds whose rows; of all workspaces if this is left out
 */
export async function loadRows<Row>(
  transaction: Transaction,
  { name, columns }: Table,
  { column, values, workspaceIds }: Wanted,
): Promise<readonly Row[]> {
  const selected = columns.map((each) => sql`${sql.ref(each.name)} as ${sql.id(each.property)}`);
  const isOfThese = workspaceIds ? sql`and workspace_id = any(${workspaceIds}::uuid[])` : sql``;
  const { rows } = await sql<Row>`
    select ${sql.join(selected)} from ${sql.table(name)}
    where ${sql.ref(column.name)} = any(${values}::${sql.raw(column.type)}[]) ${isOfThese}`.execute(
    transaction,
  );
  return rows;
}

interface Wanted {
  readonly column: Column;
  readonly values: readonly unknown[];
  readonly workspaceIds?: readonly string[] | undefined;
}

/** A statement that changes rows. */
export type Change = RawBuilder<unknown>;

/**
 * Executes changes of different rows in one statement, which takes one round trip. Each of them sees the tables
 * as they were before.
 */
export async function executeTogether(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  const [last, ...others] = changes.toReversed();
  if (last === undefined) return;
  const before = others.map((change, index) => sql`${sql.id(`change_${index}`)} as (${change})`);
  await (before.length === 0 ? last : sql`with ${sql.join(before)} ${last}`).execute(transaction);
}

/** Inserts rows whose keys are not in the table yet. */
export function inserting({ name, columns }: Table, rows: readonly object[]): Change {
  const given = columns.filter(({ isGenerated }) => !isGenerated);
  const values = given.map(({ property }) => sql.id(property));
  return sql`
    insert into ${sql.table(name)} (${names(given)})
    select ${sql.join(values)} from ${recordset(rows)} as rows (${fields(given)})`;
}

/** Inserts rows, and updates those whose keys are already in the table. */
export function upserting(table: Table, rows: readonly object[]): Change {
  const { columns, primaryKey } = table;
  const others = columns.filter((column) => !primaryKey.includes(column));
  const changes = others.map(({ name }) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  const then = changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`;
  return sql`${inserting(table, rows)} on conflict (${names(primaryKey)}) do ${then}`;
}

/**
 * Adds the sums of each row to the row with the same key, or inserts the row if there is none. Either way
 * PostgreSQL makes the values of generated columns.
 */
export function adding(table: Table, rows: readonly object[], sums: readonly string[]): Change {
  const { name, columns, primaryKey } = table;
  const additions = columns
    .filter(({ property, isGenerated }) => isGenerated || sums.includes(property))
    .map((column) => {
      const here = sql.ref(column.name);
      const added = column.isGenerated ? sql`` : sql`${sql.table(name)}.${here} + `;
      return sql`${here} = ${added}excluded.${here}`;
    });
  return sql`
    ${inserting(table, rows)}
    on conflict (${names(primaryKey)}) do update set ${sql.join(additions)}`;
}

/** Deletes the rows that have the same keys as these, in the same workspaces. */
export function deleting({ name, columns, primaryKey }: Table, rows: readonly object[]): Change {
  const compared = columns.filter((column) => primaryKey.includes(column) || column.name === 'workspace_id');
  const isSame = compared.map((column) => sql`t.${sql.ref(column.name)} = gone.${sql.id(column.property)}`);
  return sql`
    delete from ${sql.table(name)} t using ${recordset(rows)} as gone (${fields(compared)})
    where ${sql.join(isSame, sql` and `)}`;
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

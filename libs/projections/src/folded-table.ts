import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import type { DomainEvent, Recorded } from '#libs/domain';
import { tableOf, type Column, type NewRowOf, type RowOf, type Table } from '#libs/read-model';
import type { FoldedTable, Row, Summary } from './projection.js';

type Handles<Event extends DomainEvent> = (event: { readonly type: string }) => event is Event;

/**
 * A table with one row per stream; the stream's id is the primary key. The compiler checks that the fold
 * returns the row type of the table.
 */
export function rowPerStream<Entity extends EntitySchemaWithMeta, Event extends DomainEvent>(
  entity: Entity,
  {
    handles,
    evolve,
  }: {
    readonly handles: Handles<Event>;
    readonly evolve: (row: RowOf<Entity> | undefined, recorded: Recorded<Event>) => RowOf<Entity>;
  },
): FoldedTable {
  const table = tableOf(entity);
  const [key, ...others] = table.primaryKey;
  if (key === undefined || others.length > 0) throw new Error(`${table.name} has no single key`);
  return foldedTable<RowOf<Entity>, Event>(table, {
    stream: key,
    handles,
    evolve: ([row], recorded) => [evolve(row, recorded)],
  });
}

/** A table with any number of rows per stream. */
export function rowsPerStream<Entity extends EntitySchemaWithMeta, Event extends DomainEvent>(
  entity: Entity,
  {
    stream: property,
    ...fold
  }: {
    /** The property that holds the id of the stream. */
    readonly stream: keyof RowOf<Entity>;
    readonly handles: Handles<Event>;
    readonly evolve: (rows: readonly RowOf<Entity>[], recorded: Recorded<Event>) => readonly RowOf<Entity>[];
  },
): FoldedTable {
  const table = tableOf(entity);
  const stream = table.columns.find((column) => column.property === property);
  if (stream === undefined) throw new Error(`${table.name} has no ${String(property)}`);
  return foldedTable<RowOf<Entity>, Event>(table, { stream, ...fold });
}

/** A table with sums over the rows of another table, whose entity is `from`. */
export function summaryOf<Entity extends EntitySchemaWithMeta, From extends EntitySchemaWithMeta>(
  entity: Entity,
  {
    from,
    count,
    ...rest
  }: {
    readonly of: FoldedTable;
    readonly from: From;
    readonly sums: readonly (keyof RowOf<Entity> & string)[];
    readonly count: (row: RowOf<From>) => readonly NewRowOf<Entity>[];
    readonly select: string;
  },
): Summary {
  if (tableOf(from) !== rest.of.table)
    throw new Error(`${tableOf(from).name} is not the table of the rows to add up`);
  return { ...rest, table: tableOf(entity), count: (row) => count(row as RowOf<From>) };
}

/**
 * Drops the types of rows and events. The casts are safe: rows come from this table or its fold, and
 * `handles` checks events.
 */
function foldedTable<OneRow extends Row, Event extends DomainEvent>(
  table: Table,
  {
    stream,
    handles,
    evolve,
  }: {
    readonly stream: Column;
    readonly handles: Handles<Event>;
    readonly evolve: (rows: readonly OneRow[], recorded: Recorded<Event>) => readonly OneRow[];
  },
): FoldedTable {
  return {
    table,
    stream,
    handles,
    evolve: (rows, recorded) => evolve(rows as readonly OneRow[], recorded as Recorded<Event>),
  };
}

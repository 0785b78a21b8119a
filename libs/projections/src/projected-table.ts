import type { DomainEvent, Recorded } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import type { OpenTable, ProjectedRow, ProjectedTable, TableDefinition } from './projection.js';

/** A row before and after a batch; undefined before its first event. */
export interface Change<Row> {
  readonly before: Row | undefined;
  readonly after: Row;
}

interface Fold<Row, Event extends DomainEvent> {
  readonly definition: TableDefinition;
  readonly handles: (event: { readonly type: string }) => event is Event;
  /** Pure: the same fold serves catching up, replay, verification and time travel. */
  readonly evolve: (row: Row | undefined, recorded: Recorded<Event>) => Row;
  readonly load: (transaction: Transaction, ids: readonly string[]) => Promise<readonly Row[]>;
  readonly save: (transaction: Transaction, changes: readonly Change<Row>[]) => Promise<void>;
  readonly insert: (transaction: Transaction, rows: readonly Row[]) => Promise<void>;
}

/** The table that a fold, and the statements which load and write its rows, make up. */
export function projectedTable<Row extends ProjectedRow, Event extends DomainEvent>(
  fold: Fold<Row, Event>,
): ProjectedTable {
  return {
    definition: fold.definition,
    handles: fold.handles,
    begin: (transaction) => openTable(fold, transaction, new Map()),
    async open(transaction, streamIds): Promise<OpenTable> {
      const loaded = await load(fold, transaction, streamIds);
      return openTable(fold, transaction, new Map(loaded.map((row) => [row.id, row])));
    },
    load: (transaction, streamIds) => load(fold, transaction, streamIds),
  };
}

async function load<Row, Event extends DomainEvent>(
  fold: Fold<Row, Event>,
  transaction: Transaction,
  streamIds: readonly string[],
): Promise<readonly Row[]> {
  return streamIds.length > 0 ? await fold.load(transaction, streamIds) : [];
}

function openTable<Row extends ProjectedRow, Event extends DomainEvent>(
  { handles, evolve, save, insert }: Fold<Row, Event>,
  transaction: Transaction,
  before: ReadonlyMap<string, Row>,
): OpenTable {
  const after = new Map<string, Row>();
  const isHandled = (recorded: Recorded): recorded is Recorded<Event> => handles(recorded.event);
  return {
    evolve(recorded) {
      if (!isHandled(recorded)) throw new Error(`${recorded.event.type} is for another table`);
      const row = after.get(recorded.streamId) ?? before.get(recorded.streamId);
      after.set(recorded.streamId, evolve(row, recorded));
    },
    rows: () => [...after.values()],
    async save() {
      const changes = [...after.values()].map((row) => ({ before: before.get(row.id), after: row }));
      if (changes.length > 0) await save(transaction, changes);
    },
    async insert() {
      if (after.size > 0) await insert(transaction, [...after.values()]);
    },
  };
}

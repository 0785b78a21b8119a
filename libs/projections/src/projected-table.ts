import type { DomainEvent } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import type { OpenTable, ProjectedTable, Recorded } from './projection.js';

/** A row before and after a batch; undefined before its first event. */
export interface Change<Row> {
  readonly before: Row | undefined;
  readonly after: Row;
}

interface Definition<Row, Event extends DomainEvent> {
  readonly handles: (event: DomainEvent) => event is Event;
  /** Pure: the same fold serves catching up, replay, verification and time travel. */
  readonly evolve: (row: Row | undefined, recorded: Recorded<Event>) => Row;
  readonly load: (transaction: Transaction, ids: readonly string[]) => Promise<readonly Row[]>;
  readonly save: (transaction: Transaction, changes: readonly Change<Row>[]) => Promise<void>;
}

/** The table that a fold, and the two statements which load and save its rows, make up. */
export function projectedTable<Row extends { readonly id: string }, Event extends DomainEvent>(
  definition: Definition<Row, Event>,
): ProjectedTable {
  return {
    handles: definition.handles,
    async open(transaction, streamIds): Promise<OpenTable> {
      const loaded = streamIds.length > 0 ? await definition.load(transaction, streamIds) : [];
      return openTable(definition, transaction, new Map(loaded.map((row) => [row.id, row])));
    },
  };
}

function openTable<Row extends { readonly id: string }, Event extends DomainEvent>(
  { handles, evolve, save }: Definition<Row, Event>,
  transaction: Transaction,
  before: ReadonlyMap<string, Row>,
): OpenTable {
  const after = new Map<string, Row>();
  return {
    evolve({ event, ...recorded }) {
      if (!handles(event)) throw new Error(`${event.type} is for another table`);
      const row = after.get(recorded.streamId) ?? before.get(recorded.streamId);
      after.set(recorded.streamId, evolve(row, { ...recorded, event }));
    },
    async save() {
      const changes = [...after.values()].map((row) => ({ before: before.get(row.id), after: row }));
      if (changes.length > 0) await save(transaction, changes);
    },
  };
}

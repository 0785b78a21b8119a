import { defineEntity, p } from '@mikro-orm/core';

export const lists = defineEntity({
  name: 'List',
  tableName: 'lists',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    archivedAt: p.datetime().nullable(),
    version: p.integer(),
  },
  indexes: [
    {
      expression: `create index on lists (workspace_id, id) where removed_at is null and archived_at is null`,
    },
    {
      expression: `create index on lists (workspace_id, id) where removed_at is null and archived_at is not null`,
    },
    { expression: `create index on lists (workspace_id, removed_at desc, id) where removed_at is not null` },
  ],
});

/** How a to-do comes again: see `Recurrence` in the domain, which says what its fields mean. */
interface RecurrenceColumn {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly weekdays: readonly (
    'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'
  )[];
  readonly on: 'day' | 'weekday';
  readonly from: 'due' | 'completion';
  readonly until: string | null;
  readonly times: number | null;
  readonly start: string;
}

/** An item of a checklist: see `ChecklistItem` in the domain. */
interface ChecklistItemInColumn {
  readonly id: string;
  readonly text: string;
  readonly isTicked: boolean;
}

export const todos = defineEntity({
  name: 'Todo',
  tableName: 'todos',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    listId: p.uuid(),
    formerListIds: p.array().columnType('uuid[]'),
    title: p.text(),
    priority: p.text().$type<'none' | 'low' | 'medium' | 'high'>(),
    note: p.text(),
    noteVersion: p.integer(),
    labelIds: p.array().columnType('uuid[]'),
    sortOrder: p.text().collation('C'),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    dueOn: p.date().nullable(),
    dueTime: p.text().nullable(),
    dueZone: p.text().nullable(),
    recurrence: p.json<RecurrenceColumn>().columnType('jsonb').nullable(),
    occurrence: p.date().nullable(),
    occurrencesOver: p.integer(),
    checklist: p.json<readonly ChecklistItemInColumn[]>().columnType('jsonb'),
    itemCount: p.integer(),
    tickedCount: p.integer(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
    position: p.bigint('number'),
    changedAt: p.datetime(),
  },
  // A page of each tab reads one range of one of these indexes, however long the list is. The last two find
  // to-dos in the trash and to-dos that were moved to other lists; few to-dos are in them.
  indexes: [
    { expression: `create index on todos (list_id, sort_order, id) where removed_at is null` },
    {
      expression: `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is null`,
    },
    {
      expression: `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is not null`,
    },
    { expression: `create index on todos (workspace_id, removed_at desc, id) where removed_at is not null` },
    { expression: `create index on todos (list_id) where removed_at is not null` },
    // What is to be done today, in several workspaces.
    {
      expression: `create index on todos (workspace_id, due_on, due_time, id) where removed_at is null and completed_at is null and due_on is not null`,
    },
    { expression: `create index on todos (workspace_id) where former_list_ids <> '{}'` },
    // What is to be done that has labels: see ADR 38.
    {
      expression: `create index on todos (workspace_id) where removed_at is null and completed_at is null and label_ids <> '{}'`,
    },
  ],
});

/** The properties of each to-do that a list page shows. */
export const SHOWN_OF_TODO = [
  'id',
  'title',
  'priority',
  'noteVersion',
  'labelIds',
  'completedAt',
  'dueOn',
  'dueTime',
  'dueZone',
  'recurrence',
  'occurrence',
  'itemCount',
  'tickedCount',
] as const;

/**
 * The numbers of open and done to-dos in each list, without those in the trash. A separate table rather than
 * columns of lists, so that counting goes on while the stream of a list is parked.
 */
export const listTotals = defineEntity({
  name: 'ListTotal',
  tableName: 'list_totals',
  properties: {
    listId: p.uuid().primary(),
    workspaceId: p.uuid(),
    open: p.integer(),
    done: p.integer(),
    /**
     * Another one whenever a to-do of the list has changed: a page that was made at the same revision shows
     * the same to-dos. It is random, so that no revision ever comes again, also not in another generation.
     */
    revision: p.uuid().defaultRaw('gen_random_uuid()'),
  },
});

/** The labels of a workspace: those that people see, those that were merged into others, and those that were removed. */
export const labels = defineEntity({
  name: 'Label',
  tableName: 'labels',
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    colour: p
      .text()
      .$type<'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'pink'>(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    mergedInto: p.uuid().nullable(),
    /** The label that people see instead of it: itself, or the last that it was merged into. */
    shownAs: p.uuid().nullable(),
    version: p.integer(),
  },
  // Pages of lists are kept until the last version is another one.
  indexes: [{ expression: `create index on labels (workspace_id, version)` }],
});

/** Lists, to-dos, labels and counters: the tables behind all pages. */
export const TODO_LISTS = {
  name: 'todo-lists',
  /** Raise it when the same events should make different rows. */
  version: 4,
  entities: [lists, todos, labels, listTotals],
} as const;

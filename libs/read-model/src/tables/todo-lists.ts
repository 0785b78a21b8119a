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
    version: p.integer(),
  },
  indexes: [
    { expression: `create index on lists (workspace_id, id) where removed_at is null` },
    { expression: `create index on lists (workspace_id, removed_at desc, id) where removed_at is not null` },
  ],
});

export const todos = defineEntity({
  name: 'Todo',
  tableName: 'todos',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    listId: p.uuid(),
    formerListIds: p.array().columnType('uuid[]'),
    title: p.text(),
    sortOrder: p.text().collation('C'),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
  },
  // A page of each tab is one stretch of one of these, however long the list is. The last two find what was once in a
  // list; few to-dos are in them.
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
    { expression: `create index on todos (workspace_id) where former_list_ids <> '{}'` },
  ],
});

/** What a page of a list shows of each of its to-dos. */
export const SHOWN_OF_TODO = ['id', 'title', 'completedAt'] as const;

/**
 * The to-dos of a list that are not in the trash, counted. A table of its own rather than columns of lists: counting goes on
 * while the stream of a list is parked.
 */
export const listTotals = defineEntity({
  name: 'ListTotal',
  tableName: 'list_totals',
  properties: {
    listId: p.uuid().primary(),
    workspaceId: p.uuid(),
    open: p.integer(),
    done: p.integer(),
  },
});

/** Lists with their counters, to-dos and the trash: everything that the pages show. */
export const TODO_LISTS = {
  name: 'todo-lists',
  /** Raised when the same events are to give other rows. */
  version: 2,
  entities: [lists, todos, listTotals],
} as const;

import { TODO_LISTS } from '#libs/read-model';
import type { Projection } from '../projection.js';
import { listRows } from './list-rows.js';
import { listTotals } from './list-totals.js';
import { todoRows } from './todo-rows.js';

export const todoLists: Projection = {
  ...TODO_LISTS,
  tables: [listRows, todoRows],
  summaries: [listTotals],
};

import type { Projection } from '../projection.js';
import { listRows } from './list-rows.js';
import { todoRows } from './todo-rows.js';

/** Lists with their counters, to-dos and the trash: everything that the pages show. */
export const todoLists: Projection = { name: 'todo-lists', version: 1, tables: [listRows, todoRows] };

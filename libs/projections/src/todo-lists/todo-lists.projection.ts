import { evolveList, evolveTodo, isListEvent, isTodoEvent } from '#libs/domain';
import { lists, todos, TODO_LISTS } from '#libs/read-model';
import { rowPerStream } from '../folded-table.js';
import type { Projection } from '../projection.js';
import { countingTodos } from './list-totals.js';

const todoRows = rowPerStream(todos, { handles: isTodoEvent, evolve: evolveTodo });

export const todoLists: Projection = {
  name: TODO_LISTS.name,
  version: TODO_LISTS.version,
  tables: [rowPerStream(lists, { handles: isListEvent, evolve: evolveList }), todoRows],
  summaries: [countingTodos(todoRows)],
};

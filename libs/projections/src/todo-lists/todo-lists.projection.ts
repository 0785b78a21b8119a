import {
  evolveEachLabel,
  evolveList,
  evolveTodo,
  isLabelEvent,
  isListEvent,
  isTodoEvent,
} from '#libs/domain';
import { labels, lists, todos, TODO_LISTS } from '#libs/read-model';
import { rowPerStream, rowsPerStream } from '../folded-table.js';
import type { Projection } from '../projection.js';
import { countingTodos } from './list-totals.js';

const todoRows = rowPerStream(todos, { handles: isTodoEvent, evolve: evolveTodo });

export const todoLists: Projection = {
  name: TODO_LISTS.name,
  version: TODO_LISTS.version,
  tables: [
    rowPerStream(lists, { handles: isListEvent, evolve: evolveList }),
    todoRows,
    // The stream has the id of the workspace.
    rowsPerStream(labels, { stream: 'workspaceId', handles: isLabelEvent, evolve: evolveEachLabel }),
  ],
  summaries: [countingTodos(todoRows)],
};

import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import type { Todo, TodoEvent } from './todo.js';

interface Destination {
  readonly listId: string;
  /** Undefined when the to-do that it was to stand beside is not there any more. */
  readonly order: string | undefined;
  /** The list that it was in on the page that the form was on. */
  readonly from?: string | undefined;
}

/** Moves a to-do within its list, or to another list. */
export function moveTodo(
  todo: Todo | undefined,
  list: List | undefined,
  destination: Destination,
): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (list === undefined) return 'list-not-found';
  else if (list.removedAt === null) return moveInto(todo, destination);
  else return todo.listId === destination.listId ? 'list-in-trash' : 'list-chosen-in-trash';
}

function moveInto(todo: Todo, { listId, order, from = todo.listId }: Destination): Decision<TodoEvent> {
  if (todo.listId !== from) return todo.listId === listId ? [] : 'todo-moved-away';
  else if (order === undefined) return 'todo-neighbour-gone';
  else if (todo.listId === listId && todo.sortOrder === order) return [];
  else return [{ type: 'TodoMoved', data: { listId, order } }];
}

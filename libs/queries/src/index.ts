/**
 * What people can see: one file per question, with its answer and its handler. Questions about now are asked of the
 * tables made for reading; nothing here may change anything.
 */
export { FindLastPage } from './find-last-page.js';
export { FindList, type FoundList } from './find-list.js';
export { FindNeighbours, type Neighbours } from './find-neighbours.js';
export { FindPlace } from './find-place.js';
export { GetLists, type Lists, type ListSummary } from './get-lists.js';
export { GetTodoList, type TodoCursor, type TodoItem, type TodoList } from './get-todo-list.js';
export { GetTrash, type RemovedList, type RemovedTodo, type Trash, type TrashCursor } from './get-trash.js';
export { HasReached } from './has-reached.js';
export type { Show } from './shown.js';
export { LocateTodo, type TodoPlace } from './locate-todo.js';
export { QueriesModule } from './queries.module.js';
export { DEFAULT_WORKSPACE, parseToken } from '#libs/event-store';

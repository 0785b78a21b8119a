/**
 * What people can ask for: one file per command, with its handler. A handler loads streams, lets the domain decide and
 * appends; it never reads a table made for reading.
 */
export { AddTodo } from './add-todo.js';
export { CompleteTodo } from './complete-todo.js';
export { CreateList } from './create-list.js';
export { MoveTodo } from './move-todo.js';
export { RemoveList } from './remove-list.js';
export { RemoveTodo } from './remove-todo.js';
export { RenameList } from './rename-list.js';
export { RenameTodo } from './rename-todo.js';
export { ReopenTodo } from './reopen-todo.js';
export { RestoreList } from './restore-list.js';
export { RestoreTodo } from './restore-todo.js';
export { CommandsModule } from './commands.module.js';
export type { CommandContext } from './command-context.js';
export { ConflictError } from './conflict-error.js';
export type { Outcome } from './outcome.js';
export { MAX_TEXT_LENGTH, type Refusal } from '#libs/domain';
export { formatToken, type Token } from '#libs/event-store';

/**
 * The commands. A use case is a decision in `domain` and a line here, which says on what state it is decided.
 * The handler loads streams, calls the decision and appends its events; it never reads the read tables.
 */
export * from './list-commands.js';
export * from './todo-commands.js';
export { ChangeTodos, type ChangedTodos, type Left } from './change-todos.js';
export { TakeBackOnList, TakeBackOnTodo } from './take-back.js';
export { UseCase } from './use-case.js';
export { CommandsModule } from './commands.module.js';
export { COMMAND_NEEDS } from './needs.js';
export type { CommandContext } from './command-context.js';
export { ConflictError } from './conflict-error.js';
export { UnreadableStreamError } from './unreadable-stream.error.js';
export type { Outcome } from './outcome.js';
export {
  excessOf,
  MAX_NOTE_LENGTH,
  MAX_TEXT_LENGTH,
  PRIORITIES,
  type ListRefusal,
  type Refusal,
  type SaidOfTodo,
  type TodoRefusal,
} from '#libs/domain';
export { formatToken, MayNotWriteError, WorkspaceGoneError, type Token } from '#libs/event-store';
export { APPENDED, shardsIn } from '#libs/jobs';

/**
 * The commands. A use case is a decision in `domain` and a line here, which says on what state it is decided.
 * The handler loads streams, calls the decision and appends its events; it never reads the read tables.
 */
export {
  LabelTodo,
  MergeLabel,
  RecolourLabel,
  RemoveLabel,
  RenameLabel,
  UnlabelTodo,
} from './label-commands.js';
export * from './list-commands.js';
export * from './todo-commands.js';
export * from './checklist-commands.js';
export { ReceiveLabels, ReceiveTodo } from './receive.js';
export { ChangeTodos, type ChangedTodos, type Left } from './change-todos.js';
export { TakeBackOnLabels, TakeBackOnList, TakeBackOnTodo } from './take-back.js';
export { UseCase } from './use-case.js';
export { CommandsModule } from './commands.module.js';
export { COMMAND_NEEDS } from './needs.js';
export type { CommandContext } from './command-context.js';
export { ConflictError } from './conflict-error.js';
export { UnreadableStreamError } from './unreadable-stream.error.js';
export type { Outcome } from './outcome.js';
export {
  excessOf,
  findProblem,
  foldLabelName,
  LABEL_COLOURS,
  labelProblem,
  MAX_ITEMS,
  MAX_LABEL_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TODOS_AT_ONCE,
  MOST_LABELS,
  MOST_LABELS_OF_TODO,
  PRIORITIES,
  type LabelColour,
  type LabelRefusal,
  type ListRefusal,
  type Refusal,
  type SaidOfTodo,
  type TodoRefusal,
} from '#libs/domain';
export { formatToken, MayNotWriteError, WorkspaceGoneError, type Token } from '#libs/event-store';
export { APPENDED, shardsIn } from '#libs/jobs';

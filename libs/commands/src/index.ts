/**
 * What people can ask for. A use case is a decision in `domain` and a line here, which says what it is decided on. A handler
 * loads streams, lets the domain decide and appends; it never reads a table made for reading.
 */
export * from './list-commands.js';
export * from './todo-commands.js';
export { UseCase } from './use-case.js';
export { CommandsModule } from './commands.module.js';
export type { CommandContext } from './command-context.js';
export { ConflictError } from './conflict-error.js';
export { UnreadableStreamError } from './unreadable-stream.error.js';
export type { Outcome } from './outcome.js';
export { MAX_TEXT_LENGTH, type Refusal } from '#libs/domain';
export { formatToken, type Token } from '#libs/event-store';

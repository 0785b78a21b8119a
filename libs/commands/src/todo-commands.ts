import {
  addTodo,
  completeTodo,
  moveTodo,
  removeTodo,
  renameTodo,
  renumberTodo,
  reopenTodo,
  restoreTodo,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { onTodo, onTodoInList } from './decided-on.js';
import type { UseCase } from './use-case.js';

export class AddTodo extends onTodoInList(addTodo) {}
export class CompleteTodo extends onTodo(completeTodo) {}
export class MoveTodo extends onTodoInList(moveTodo) {}
export class RemoveTodo extends onTodo(removeTodo) {}
export class RenameTodo extends onTodo(renameTodo) {}
export class RenumberTodo extends onTodo(renumberTodo) {}
export class ReopenTodo extends onTodo(reopenTodo) {}
export class RestoreTodo extends onTodo(restoreTodo) {}

/** The use cases that need no input besides the to-do, by their names in URLs. */
export const PLAIN_TODO_USE_CASES: Readonly<Record<string, PlainUseCase>> = {
  complete: CompleteTodo,
  reopen: ReopenTodo,
};

type PlainUseCase = new (context: CommandContext, todoId: string) => UseCase;

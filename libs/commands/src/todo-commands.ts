import {
  addTodo,
  completeTodo,
  moveTodo,
  removeTodo,
  renameTodo,
  reopenTodo,
  restoreTodo,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { onTodo, onTodoInItsList, onTodoInList } from './decided-on.js';
import type { UseCase } from './use-case.js';

export class AddTodo extends onTodoInList(addTodo) {}
export class CompleteTodo extends onTodo(completeTodo) {}
export class MoveTodo extends onTodoInList(moveTodo) {}
export class RemoveTodo extends onTodo(removeTodo) {}
export class RenameTodo extends onTodo(renameTodo) {}
export class ReopenTodo extends onTodo(reopenTodo) {}
export class RestoreTodo extends onTodoInItsList(restoreTodo) {}

/** The use cases that need to know nothing but the to-do, by the word for them in addresses. */
export const PLAIN_TODO_USE_CASES: Readonly<Record<string, PlainUseCase>> = {
  complete: CompleteTodo,
  reopen: ReopenTodo,
};

type PlainUseCase = new (context: CommandContext, todoId: string) => UseCase;

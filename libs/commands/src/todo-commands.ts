import {
  addTodo,
  completeTodo,
  moveTodo,
  noteTodo,
  prioritiseTodo,
  PLAIN_TODO_DECISIONS,
  removeTodo,
  renameTodo,
  renumberTodo,
  repeatTodo,
  restoreTodo,
  scheduleTodo,
  skipOccurrence,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { onTodo, onTodoInItsList, onTodoInList } from './decided-on.js';
import type { UseCase } from './use-case.js';

export class AddTodo extends onTodoInList(addTodo) {}
export class CompleteTodo extends onTodo(completeTodo) {}
export class MoveTodo extends onTodoInList(moveTodo) {}
export class NoteTodo extends onTodo(noteTodo) {}
export class PrioritiseTodo extends onTodo(prioritiseTodo) {}
export class RemoveTodo extends onTodo(removeTodo) {}
export class RenameTodo extends onTodo(renameTodo) {}
export class RenumberTodo extends onTodo(renumberTodo) {}
export class RepeatTodo extends onTodo(repeatTodo) {}
export class RestoreTodo extends onTodoInItsList(restoreTodo) {}
export class ScheduleTodo extends onTodo(scheduleTodo) {}
export class SkipOccurrence extends onTodo(skipOccurrence) {}

type PlainUseCase = new (context: CommandContext, todoId: string) => UseCase;

/** The commands that need no input besides the to-do, by their names in URLs: one for each plain decision. */
export const PLAIN_TODO_USE_CASES: ReadonlyMap<string, PlainUseCase> = new Map(
  Object.entries(PLAIN_TODO_DECISIONS).map(([word, decide]) => [word, onTodo(decide)]),
);

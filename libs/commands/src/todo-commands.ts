import {
  addTodo,
  completeTodo,
  moveTodo,
  removeTodo,
  renameTodo,
  reopenTodo,
  restoreTodo,
} from '#libs/domain';
import { onTodo, onTodoInList } from './decided-on.js';

export class AddTodo extends onTodoInList(addTodo) {}
export class CompleteTodo extends onTodo(completeTodo) {}
export class MoveTodo extends onTodoInList(moveTodo) {}
export class RemoveTodo extends onTodo(removeTodo) {}
export class RenameTodo extends onTodo(renameTodo) {}
export class ReopenTodo extends onTodo(reopenTodo) {}
export class RestoreTodo extends onTodo(restoreTodo) {}

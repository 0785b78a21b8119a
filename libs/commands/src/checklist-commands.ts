import {
  addChecklistItem,
  addExtractedTodo,
  addTodoWithItems,
  extractChecklistItem,
  moveChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  tickChecklistItem,
  untickChecklistItem,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { onTodo, onTodoInList } from './decided-on.js';
import type { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

export class AddChecklistItem extends onTodo(addChecklistItem) {}
export class AddTodoWithItems extends onTodoInList(addTodoWithItems) {}
export class MoveChecklistItem extends onTodo(moveChecklistItem) {}
export class RemoveChecklistItem extends onTodo(removeChecklistItem) {}
export class RenameChecklistItem extends onTodo(renameChecklistItem) {}
export class TickChecklistItem extends onTodo(tickChecklistItem) {}
export class UntickChecklistItem extends onTodo(untickChecklistItem) {}

type Extraction = Parameters<typeof extractChecklistItem>[1];

/** One half of making a to-do of an item; `AddExtractedTodo` is the other. They are decided on the same, and appended together. */
export class ExtractChecklistItem extends onTodo(extractChecklistItem) {}

export class AddExtractedTodo extends UseCase {
  constructor(
    context: CommandContext,
    readonly fromTodo: string,
    readonly extraction: Extraction,
  ) {
    super(context, extraction.todoId);
  }

  override async decideOn(streams: Streams): Promise<Decided> {
    const [todo, from] = await Promise.all([streams.todo(this.streamId), streams.todo(this.fromTodo)]);
    const { state: list } = await streams.list(this.extraction.listId);
    return { ...todo, decision: addExtractedTodo(todo.state, { from: from.state, list }, this.extraction) };
  }
}

import {
  isInTrashWithList,
  type Decision,
  type List,
  type ListEvent,
  type Todo,
  type TodoEvent,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import type { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

/**
 * Makes the command class for a decision about a list. The command's last argument is the decision's input.
 */
export function onList<Input extends readonly unknown[]>(
  decide: (list: List | undefined, ...input: Input) => Decision<ListEvent>,
) {
  return class extends UseCase {
    readonly input: Input;

    constructor(context: CommandContext, listId: string, ...input: Input) {
      super(context, listId);
      this.input = input;
    }

    override async decideOn(streams: Streams): Promise<Decided> {
      const list = await streams.list(this.streamId);
      return { ...list, decision: decide(list.state, ...this.input) };
    }
  };
}

/** Like `onList`, for a decision about a to-do. It is refused while the list of the to-do is in the trash. */
export function onTodo<Input extends readonly unknown[]>(
  decide: (todo: Todo | undefined, ...input: Input) => Decision<TodoEvent>,
) {
  return class extends UseCase {
    readonly input: Input;

    constructor(context: CommandContext, todoId: string, ...input: Input) {
      super(context, todoId);
      this.input = input;
    }

    override async decideOn(streams: Streams): Promise<Decided> {
      const todo = await streams.todo(this.streamId);
      const list = await listOf(todo.state, streams);
      return {
        ...todo,
        decision: decideUnlessInTrash(todo.state, list, () => decide(todo.state, ...this.input)),
      };
    }
  };
}

/** For a decision about a to-do that also depends on the list where it is. */
export function onTodoInItsList(
  decide: (todo: Todo | undefined, list: List | undefined) => Decision<TodoEvent>,
) {
  return class extends UseCase {
    override async decideOn(streams: Streams): Promise<Decided> {
      const todo = await streams.todo(this.streamId);
      const list = await listOf(todo.state, streams);
      return { ...todo, decision: decide(todo.state, list) };
    }
  };
}

/** Like `onTodo`, for a decision that also depends on the list where the to-do will be. */
export function onTodoInList<Input extends { readonly listId: string }>(
  decide: (todo: Todo | undefined, list: List | undefined, input: Input) => Decision<TodoEvent>,
) {
  return class extends UseCase {
    constructor(
      context: CommandContext,
      todoId: string,
      readonly input: Input,
    ) {
      super(context, todoId);
    }

    override async decideOn(streams: Streams): Promise<Decided> {
      const [todo, list] = await Promise.all([streams.todo(this.streamId), streams.list(this.input.listId)]);
      const itsList = await listOf(todo.state, streams);
      const decideInList = () => decide(todo.state, list.state, this.input);
      return { ...todo, decision: decideUnlessInTrash(todo.state, itsList, decideInList) };
    }
  };
}

export async function listOf(todo: Todo | undefined, streams: Streams): Promise<List | undefined> {
  return todo && (await streams.list(todo.listId)).state;
}

export function decideUnlessInTrash<Decided>(
  todo: Todo | undefined,
  list: List | undefined,
  decide: () => Decided,
): Decided | 'todo-list-in-trash' {
  return isInTrashWithList(todo, list) ? 'todo-list-in-trash' : decide();
}

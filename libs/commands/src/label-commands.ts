import {
  isRefusal,
  labelTodo,
  mergeLabel,
  recolourLabel,
  removeLabel,
  renameLabel,
  unlabelTodo,
  type Decision,
  type LabelEvent,
  type Labels,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { decideUnlessInTrash, listOf } from './decided-on.js';
import type { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

/** Gives a to-do the label of a name. If there is none yet, it is made by the same command. */
export class LabelTodo extends UseCase {
  constructor(
    context: CommandContext,
    todoId: string,
    readonly input: { readonly label: string },
  ) {
    super(context, todoId);
  }

  override async decideOn(streams: Streams): Promise<Decided> {
    const [todo, labels] = await Promise.all([streams.todo(this.streamId), streams.labels()]);
    const list = await listOf(todo.state, streams);
    // Sent again, or decided for many to-dos at once, the command makes the same label.
    const named = { name: this.input.label, newId: this.context.commandId };
    const decided = decideUnlessInTrash(todo.state, list, () => labelTodo(todo.state, labels.state, named));
    if (isRefusal(decided)) return { ...todo, decision: decided };
    const { events: decision, created } = decided;
    return { ...todo, decision, ...creating(created, labels, this.context) };
  }
}

/** What makes labels, to be appended before what gives them to a to-do. */
function creating(
  events: readonly LabelEvent[],
  expected: Awaited<ReturnType<Streams['labels']>>,
  { workspaceId: streamId }: CommandContext,
): Pick<Decided, 'first'> {
  return events.length === 0 ? {} : { first: { streamId, expected, events } };
}

/** Takes a label off a to-do. */
export class UnlabelTodo extends UseCase {
  constructor(
    context: CommandContext,
    todoId: string,
    readonly input: { readonly labelId: string },
  ) {
    super(context, todoId);
  }

  override async decideOn(streams: Streams): Promise<Decided> {
    const [todo, labels] = await Promise.all([streams.todo(this.streamId), streams.labels()]);
    const list = await listOf(todo.state, streams);
    const decide = () => unlabelTodo(todo.state, labels.state, this.input);
    return { ...todo, decision: decideUnlessInTrash(todo.state, list, decide) };
  }
}

/** Makes the command class for a decision about the labels of a workspace. */
export function onLabels<Input>(decide: (labels: Labels | undefined, input: Input) => Decision<LabelEvent>) {
  return class extends UseCase {
    constructor(
      context: CommandContext,
      readonly input: Input,
    ) {
      super(context, context.workspaceId);
    }

    override async decideOn(streams: Streams): Promise<Decided> {
      const labels = await streams.labels();
      return { ...labels, decision: decide(labels.state, this.input) };
    }
  };
}

export class MergeLabel extends onLabels(mergeLabel) {}
export class RecolourLabel extends onLabels(recolourLabel) {}
export class RemoveLabel extends onLabels(removeLabel) {}
export class RenameLabel extends onLabels(renameLabel) {}

import {
  findLabelNamed,
  isRefusal,
  nameLabels,
  receiveTodo,
  type NamedLabel,
  type ReceivedTodo,
  type ShownLabel,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import { onLabels } from './label-commands.js';
import type { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

/** Makes the labels of a list that comes from another workspace, unless this one has some of the same names. */
export class ReceiveLabels extends onLabels((labels, named: readonly NamedLabel[]) => {
  const found = nameLabels(labels, named);
  return isRefusal(found) ? found : found.created;
}) {}

type Received = Omit<ReceivedTodo, 'labelIds'> & { readonly labels: readonly ShownLabel[] };

/** A to-do that comes with its list, with the labels of the same names: `ReceiveLabels` comes before. */
export class ReceiveTodo extends UseCase {
  constructor(
    context: CommandContext,
    todoId: string,
    readonly input: Received,
  ) {
    super(context, todoId);
  }

  override async decideOn(streams: Streams): Promise<Decided> {
    const { labels: received, ...rest } = this.input;
    const [todo, list] = await Promise.all([streams.todo(this.streamId), streams.list(rest.listId)]);
    const labels = received.length === 0 ? undefined : (await streams.labels()).state;
    const labelIds = received.flatMap(({ name }) => findLabelNamed(labels, name)?.id ?? []);
    return { ...todo, decision: receiveTodo(todo.state, list.state, { ...rest, labelIds }) };
  }
}

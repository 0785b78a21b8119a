import {
  evolveLabels,
  evolveList,
  evolveTodo,
  isRefusal,
  takeBackLabels,
  takeBackList,
  takeBackTodo,
  type Decision,
  type DomainEvent,
  type Labels,
  type List,
  type Recorded,
  type Todo,
  type TodoStep,
} from '#libs/domain';
import type { CommandContext } from './command-context.js';
import type { Streams } from './streams.js';
import { UseCase, type Decided } from './use-case.js';

/** Takes back what a command has done: what it did last comes first. Nothing is removed from the log. */
abstract class TakeBack extends UseCase {
  /** @param undone the id of the command */
  constructor(
    context: CommandContext,
    streamId: string,
    readonly undone: string,
  ) {
    super(context, streamId);
  }

  override get causationId(): string {
    return this.undone;
  }
}

export class TakeBackOnTodo extends TakeBack {
  override async decideOn(streams: Streams): Promise<Decided> {
    const { past, ...todo } = await streams.past('todo', this.streamId);
    const steps = past.filter(({ commandId }) => commandId === this.undone);
    const here = await listOf(todo.state, streams);
    const there = await listOf(steps.find(({ before }) => before !== undefined)?.before, streams);
    const decision = takeBackAll(todo.state, wholeOf(steps), {
      takeBack: (now, step) => takeBackTodo(now, step, { here, there: there ?? here }),
      evolve: evolveTodo,
    });
    return { ...todo, decision };
  }
}

/** What was added goes to the trash as it is: what came with it goes with it, and comes back with it. */
function wholeOf(steps: readonly TodoStep[]): readonly TodoStep[] {
  const [first, last] = [steps.at(0), steps.at(-1)];
  if (first === undefined || last === undefined || first.before !== undefined) return steps;
  else return [{ ...first, after: last.after }];
}

export class TakeBackOnList extends TakeBack {
  override async decideOn(streams: Streams): Promise<Decided> {
    const { past, ...list } = await streams.past('list', this.streamId);
    const steps = past.filter(({ commandId }) => commandId === this.undone);
    const since = past
      .slice(past.findLastIndex((step) => steps.includes(step)) + 1)
      .map(({ event }) => event);
    const decision = takeBackAll(list.state, steps, {
      takeBack: (now, step) => takeBackList(now, step, since),
      evolve: evolveList,
    });
    return { ...list, decision };
  }
}

export class TakeBackOnLabels extends TakeBack {
  override async decideOn(streams: Streams): Promise<Decided> {
    const { past, ...labels } = await streams.past('labels', this.streamId);
    const steps = past.filter(({ commandId }) => commandId === this.undone);
    const decision = takeBackAll(labels.state, steps, { takeBack: takeBackLabels, evolve: evolveLabels });
    return { ...labels, decision };
  }
}

async function listOf(todo: Todo | undefined, streams: Streams): Promise<List | undefined> {
  return todo && (await streams.list(todo.listId)).state;
}

type Known = Todo | List | Labels;

interface Ways<State, Event extends DomainEvent, Step> {
  readonly takeBack: (now: State | undefined, step: Step) => Decision<Event>;
  readonly evolve: (state: State | undefined, recorded: Recorded<Event>) => State;
}

/** Each step is taken back from what is left after the one behind it. */
function takeBackAll<State extends Known, Event extends DomainEvent, Step>(
  state: State | undefined,
  steps: readonly Step[],
  { takeBack, evolve }: Ways<State, Event, Step>,
): Decision<Event> {
  let now = state;
  const events: Event[] = [];
  for (const step of steps.toReversed()) {
    const decision = takeBack(now, step);
    if (isRefusal(decision)) return decision;
    for (const event of decision) now = now && evolve(now, afterwards(now, event));
    events.push(...decision);
  }
  return events;
}

/** As if it was in the log already. */
function afterwards<Event>(state: Known, event: Event): Recorded<Event> {
  const { id: streamId, workspaceId, version } = state;
  const recordedAt = 'createdAt' in state ? state.createdAt : new Date(0);
  return { event, streamId, workspaceId, version: version + 1, position: 0, recordedAt };
}

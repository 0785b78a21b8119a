import {
  EVENTS,
  evolveLabels,
  evolveList,
  evolveTodo,
  isLabelEvent,
  isListEvent,
  isRefusal,
  type Labels,
  type List,
  type Todo,
} from '#libs/domain';
import type { Deed, States, YearEvent } from './deed.js';
import type { Ids } from './ids.js';
import type { Person } from './people.js';

/** An event as a backup has it. */
export interface Entry {
  readonly event: YearEvent;
  readonly schemaVersion: number;
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly commandId: string;
  readonly by: Person;
  readonly recordedAt: Date;
}

/** Does one deed after the other, by the decisions that the app takes, and keeps what comes of it. */
export class Journal implements States {
  readonly entries: Entry[] = [];
  private readonly todos = new Map<string, Todo>();
  private readonly lists = new Map<string, List>();
  private allLabels: Labels | undefined;

  constructor(
    private readonly workspaceId: string,
    private readonly ids: Ids,
  ) {}

  todo(id: string): Todo | undefined {
    return this.todos.get(id);
  }

  list(id: string): List | undefined {
    return this.lists.get(id);
  }

  labels(): Labels | undefined {
    return this.allLabels;
  }

  /** @throws Error if the app would refuse it: the year is made up wrongly */
  add({ at, by, on, decide }: Deed): void {
    const states: States = {
      todo: (id) => this.todo(id),
      list: (id) => this.list(id),
      labels: () => this.labels(),
    };
    const decision = decide(states);
    if (isRefusal(decision)) throw new Error(`${by.name} at ${at.toString()}: ${decision}`);
    const recordedAt = new Date(at.epochMilliseconds);
    const commandId = this.ids.at(at);
    for (const event of decision) this.record({ event, streamId: on, commandId, by, recordedAt });
  }

  private record(said: Pick<Entry, 'event' | 'streamId' | 'commandId' | 'by' | 'recordedAt'>): void {
    const { event, streamId, recordedAt } = said;
    const labels = streamId === this.workspaceId ? this.allLabels : undefined;
    const before = labels ?? this.todos.get(streamId) ?? this.lists.get(streamId);
    const position = this.entries.length + 1;
    const version = (before?.version ?? 0) + 1;
    const recorded = { streamId, version, position, workspaceId: this.workspaceId, recordedAt };
    if (isLabelEvent(event)) this.allLabels = evolveLabels(labels, { ...recorded, event });
    else if (isListEvent(event))
      this.lists.set(streamId, evolveList(this.list(streamId), { ...recorded, event }));
    else this.todos.set(streamId, evolveTodo(this.todo(streamId), { ...recorded, event }));
    this.entries.push({ ...said, schemaVersion: EVENTS[event.type].schemaVersion, position, version });
  }
}

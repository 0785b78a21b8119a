import type { Labels, List, Todo } from '#libs/domain';
import type { StreamVersion } from '#libs/event-store';
import type { CommandContext } from './command-context.js';
import type { Kind, Loaded, LoadedPast, States, StreamStates } from './stream-states.js';

const UNBORN = { state: undefined, version: 0, position: 0, commandId: undefined };

/** The to-dos, lists and labels that one attempt at a decision looks at. */
export class Streams {
  private readonly seen = new Map<string, StreamVersion>();
  private isReadNow = true;

  /**
   * @param mayRemember whether what was read before will do: to append on what it says is safe, to refuse
   *   something because of it is not
   */
  constructor(
    private readonly context: CommandContext,
    private readonly states: Pick<StreamStates, 'read' | 'recall'>,
    private readonly mayRemember: boolean,
  ) {}

  todo(todoId: string): Promise<Loaded<Todo>> {
    return this.look('todo', todoId);
  }

  list(listId: string): Promise<Loaded<List>> {
    return this.look('list', listId);
  }

  /** Those of the workspace. */
  labels(): Promise<Loaded<Labels>> {
    return this.look('labels', this.context.workspaceId);
  }

  /** With all that has happened to it, which is never remembered. */
  async past<Of extends Kind>(kind: Of, streamId: string): Promise<LoadedPast<Of>> {
    const loaded = await this.states.read(kind, this.context.workspaceId, streamId);
    this.seen.set(streamId, loaded);
    return loaded;
  }

  /** Whether all of it was read from the log for this attempt. */
  get areReadNow(): boolean {
    return this.isReadNow;
  }

  /** The streams that were looked at, besides this one. */
  besides(streamId: string): ReadonlyMap<string, StreamVersion> {
    return new Map([...this.seen].filter(([id]) => id !== streamId));
  }

  private async look<Of extends Kind>(kind: Of, streamId: string): Promise<Loaded<States[Of]>> {
    const remembered = this.mayRemember ? this.recall(kind, streamId) : undefined;
    if (remembered !== undefined) this.isReadNow = false;
    const loaded = remembered ?? (await this.states.read(kind, this.context.workspaceId, streamId));
    this.seen.set(streamId, loaded);
    return loaded;
  }

  /** A stream that is named after the command is one that it begins. */
  private recall<Of extends Kind>(kind: Of, streamId: string): Loaded<States[Of]> | undefined {
    const { commandId, workspaceId } = this.context;
    return streamId === commandId ? UNBORN : this.states.recall(kind, workspaceId, streamId);
  }
}

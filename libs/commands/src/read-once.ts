import type { Kind, LoadedPast, StreamStates } from './stream-states.js';

type Read = Pick<StreamStates, 'read' | 'recall'>;

/** Reads each stream once for all that are decided on it together. */
export class ReadOnce implements Read {
  private readonly reads = new Map<string, Promise<LoadedPast<Kind>>>();

  constructor(private readonly states: Read) {}

  async read<Of extends Kind>(kind: Of, workspaceId: string, streamId: string): Promise<LoadedPast<Of>> {
    const key = `${kind} ${workspaceId} ${streamId}`;
    const read = this.reads.get(key) ?? this.states.read(kind, workspaceId, streamId);
    this.reads.set(key, read);
    // What was read under a kind was read as that kind.
    return (await read) as LoadedPast<Of>;
  }

  recall: Read['recall'] = (...args) => this.states.recall(...args);
}

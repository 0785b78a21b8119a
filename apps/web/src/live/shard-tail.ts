import type { Missed, NewChanges } from '#libs/queries';
import { changed, here, reload } from './messages.js';
import type { OpenStream } from './open-stream.js';

/** How far a shard was read, for the streams of its workspaces. */
export class ShardTail {
  private readonly streams = new Map<string, Set<OpenStream>>();

  constructor(private read: number) {}

  /** The last position that was read. */
  get position(): number {
    return this.read;
  }

  get isEmpty(): boolean {
    return this.streams.size === 0;
  }

  get workspaceIds(): readonly string[] {
    return [...this.streams.keys()];
  }

  begin(stream: OpenStream, { head, changes }: Missed): void {
    const { workspaceId } = stream;
    this.streams.set(workspaceId, (this.streams.get(workspaceId) ?? new Set()).add(stream));
    if (changes === 'too-much') stream.begin(head, reload(head));
    else stream.begin(head, changes.length === 0 ? here(head) : changed(changes));
  }

  delete(stream: OpenStream): void {
    const ofWorkspace = this.streams.get(stream.workspaceId);
    ofWorkspace?.delete(stream);
    if (ofWorkspace?.size === 0) this.streams.delete(stream.workspaceId);
  }

  tell({ position, changes }: NewChanges): void {
    this.read = position;
    for (const [workspaceId, ofWorkspace] of Map.groupBy(changes, (change) => change.workspaceId)) {
      const message = Buffer.from(changed(ofWorkspace));
      for (const stream of this.streams.get(workspaceId) ?? []) stream.tell(ofWorkspace, message);
    }
  }

  /** What was read is not in the log any more: it was set back, and positions come again. */
  setBack(head: number): void {
    this.read = head;
    for (const streams of this.streams.values()) for (const stream of streams) stream.setBack(head);
  }
}

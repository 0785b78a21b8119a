import type { Touched } from '#libs/queries';
import { changed } from './messages.js';
import type { EventStream } from './event-stream.js';

/** A page that is open in somebody's browser, and hears what happens in a workspace. */
export class OpenStream {
  /** Up to which its reader has been told. */
  private position = 0;

  constructor(
    readonly workspaceId: string,
    readonly shard: number,
    /** The last position that its reader knows. */
    readonly after: number | undefined,
    private readonly events: EventStream,
  ) {}

  get isOver(): boolean {
    return this.events.isOver;
  }

  /** Before anything else is sent. */
  begin(position: number, first: string): void {
    this.position = position;
    this.events.begin();
    this.events.send(first);
  }

  /** @param message of all these changes; it is the same for all who know none of them */
  tell(changes: readonly Touched[], message: Buffer): void {
    const news = changes.filter(({ position }) => position > this.position);
    if (news.length === 0) return;
    this.position = news.at(-1)?.position ?? this.position;
    this.events.send(news.length === changes.length ? message : changed(news));
  }

  send(message: string | Buffer): void {
    this.events.send(message);
  }

  end(last = ''): void {
    if (last !== '') this.events.send(last);
    this.events.end();
  }
}

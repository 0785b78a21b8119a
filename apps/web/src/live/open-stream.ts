import type { Principal } from '#libs/accounts';
import type { Touched } from '#libs/queries';
import type { Shown } from '../access/index.js';
import type { EventStream } from './event-stream.js';
import { changed, HEARTBEAT, reload } from './messages.js';

/** Where a page is, and what its reader knows. */
interface Opened {
  readonly workspaceId: string;
  readonly shard: number;
  /** The list that it shows, if it shows one. */
  readonly listId: string | undefined;
  /** The last position that its reader knows. */
  readonly after: number | undefined;
  /** What its reader has shown of who they are. */
  readonly shown: Shown;
}

/** A page that is open in somebody's browser, and hears what happens in a workspace. */
export class OpenStream {
  readonly workspaceId: string;
  readonly shard: number;
  readonly listId: string | undefined;
  readonly after: number | undefined;
  readonly shown: Shown;
  readonly accountId: string;
  name: string;
  /** Whether others see that they look: a person, and not a program. */
  isSeen: boolean;
  /** When it was found out last that its reader may read; 0 when that is in doubt. */
  allowedAt = 0;
  /** Who was last said to look at the same list. */
  presentMessage = '';
  /** Up to which its reader has been told. */
  private position = 0;
  private saidAt = 0;
  private hasBegun = false;

  constructor(
    { workspaceId, shard, listId, after, shown }: Opened,
    reader: Principal,
    private readonly events: EventStream,
  ) {
    this.workspaceId = workspaceId;
    this.shard = shard;
    this.listId = listId;
    this.after = after;
    this.shown = shown;
    this.accountId = reader.accountId;
    this.name = reader.name;
    this.isSeen = isSeen(reader);
  }

  get isOver(): boolean {
    return this.events.isOver;
  }

  /** @returns whether others see something else of them than before */
  isReadBy(reader: Principal): boolean {
    const isOther = reader.name !== this.name || isSeen(reader) !== this.isSeen;
    this.name = reader.name;
    this.isSeen = isSeen(reader);
    return isOther;
  }

  /** Before anything else is sent. */
  begin(position: number, first: string): void {
    this.position = position;
    this.beginEvents();
    this.send(first);
  }

  /** @param message of all these changes; it is the same for all who know none of them */
  tell(changes: readonly Touched[], message: Buffer): void {
    const news = changes.filter(({ position }) => position > this.position);
    if (news.length === 0) return;
    this.position = news.at(-1)?.position ?? this.position;
    this.send(news.length === changes.length ? message : changed(news));
  }

  /** The log ends there now: what its reader knows beyond that has not happened. */
  setBack(head: number): void {
    if (this.position <= head) return;
    this.position = head;
    this.send(reload(head));
  }

  /** Nothing is sent before its beginning. */
  send(message: string | Buffer): void {
    if (!this.hasBegun) return;
    this.saidAt = Date.now();
    this.events.send(message);
  }

  /** Says that it is still there, if nothing else was said for so long. */
  beat(now: number, afterMs: number): void {
    if (now - this.saidAt >= afterMs) this.send(HEARTBEAT);
  }

  end(last = ''): void {
    this.beginEvents();
    if (last !== '') this.send(last);
    this.events.end();
  }

  private beginEvents(): void {
    if (this.hasBegun || this.isOver) return;
    this.hasBegun = true;
    this.events.begin();
  }
}

const isSeen = ({ token, settings }: Principal) => token === undefined && settings.showsPresence;

import type { PinnedConnection } from './pinned-connection.js';
import type { MustShow, Replica } from './replica.js';
import type { Lsn, Token } from './standing.js';

/** The reading of one page: on which server its statements run, and how new what they have read can be. */
export class Reading {
  private choice: Promise<PinnedConnection | undefined> | undefined;
  private hasUsedPrimary = false;
  private madeBefore: Lsn = 0;

  /** @param mustShow undefined if everything is to be read from the primary */
  constructor(
    private readonly replica: Replica,
    private readonly mustShow: MustShow | undefined,
  ) {}

  /** Chosen when it is needed for the first time, and then for all statements of the page. */
  connection(): Promise<PinnedConnection | undefined> {
    this.choice ??=
      this.mustShow === undefined ? Promise.resolve(undefined) : this.replica.connect(this.mustShow);
    return this.choice;
  }

  usesPrimary(): void {
    this.hasUsedPrimary = true;
  }

  async usesReplica(): Promise<boolean> {
    return (await this.choice) !== undefined;
  }

  /** Whether the page is read from the replica, and the replica was chosen because it shows this. */
  async shows({ shard, position }: Token): Promise<boolean> {
    if ((await this.connection()) === undefined) return false;
    const token = this.mustShow?.token;
    return token?.shard === shard && token.position >= position;
  }

  /** Tells that the page has a part that was made before, for another reader, of what was read up to there. */
  hasPart(upTo: Lsn): void {
    this.madeBefore = Math.max(this.madeBefore, upTo);
  }

  /** Nothing that the page shows is newer; 0 if nothing was read for it. */
  async shownUpTo(): Promise<Lsn> {
    const pinned = await this.choice;
    const [onReplica, onPrimary] = await Promise.all([
      pinned?.shownUpTo() ?? 0,
      this.hasUsedPrimary ? this.replica.primaryIsAt() : 0,
    ]);
    return Math.max(this.madeBefore, onReplica, onPrimary);
  }

  /** Gives its connection back. */
  async end(): Promise<void> {
    (await this.choice)?.end();
  }
}

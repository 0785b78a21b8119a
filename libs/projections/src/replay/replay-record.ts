import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { ReplayCancelledError } from './replay-errors.js';
import type { ReplayProgress } from './replay-progress.js';

const EVERY_MS = 1_000;

/** Writes how far a replay is into its generation, once a second, and reads there whether it is to be broken off. */
export class ReplayRecord {
  private readonly cancelling = new AbortController();
  private latest: ReplayProgress | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly timer = setInterval(() => {
    this.writing = this.write();
  }, EVERY_MS);

  constructor(
    private readonly readModel: ReadModel,
    private readonly generation: number,
  ) {}

  /** Aborted when somebody has asked for the end. */
  get cancelled(): AbortSignal {
    return this.cancelling.signal;
  }

  note(progress: ReplayProgress): void {
    this.latest = progress;
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
  }

  /** A record that cannot be written now is written a second later: the replay itself would fail if it mattered. */
  private async write(): Promise<void> {
    const progress = JSON.stringify({ ...this.latest, at: new Date() });
    const [row] = await this.readModel.kysely
      .updateTable('generations')
      .set({ progress: sql`${progress}::jsonb` })
      .where('id', '=', this.generation)
      .returning('cancel_requested as cancelled')
      .execute()
      .catch(() => []);
    if (row?.cancelled) this.cancelling.abort(new ReplayCancelledError());
  }
}

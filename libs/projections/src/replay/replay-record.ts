import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { ReplayCancelledError } from './replay-errors.js';
import type { ReplayProgress } from './replay-progress.js';

const EVERY_MS = 1_000;

/**
 * Writes the progress of a replay into the row of its generation once a second, and reads there whether to
 * cancel.
 */
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

  /** Aborted when somebody has cancelled the replay. */
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

  /**
   * Errors are ignored: the progress is written again a second later, and a lasting problem fails the replay
   * itself.
   */
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
